-- The plan. References between its tables are checked at commit, because a set of changes is applied in any order.

create table plan (
    id uuid not null,
    version bigint not null,
    code text not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    first_year integer,
    last_year integer,
    constraint plan_pk primary key (id),
    constraint plan_code_uq unique (code)
);
create table plan_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    code text,
    title_ru text,
    title_kk text,
    title_en text,
    first_year integer,
    last_year integer,
    constraint plan_aud_pk primary key (id, rev),
    constraint plan_aud_rev_fk foreign key (rev) references revision (number)
);
create index plan_aud_rev_ix on plan_aud (rev);

create table body (
    id uuid not null,
    version bigint not null,
    code text not null,
    abbreviation_ru text not null,
    abbreviation_kk text not null,
    abbreviation_en text not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    kind text not null,
    certain boolean not null,
    constraint body_pk primary key (id),
    constraint body_code_uq unique (code)
);
create table body_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    code text,
    abbreviation_ru text,
    abbreviation_kk text,
    abbreviation_en text,
    title_ru text,
    title_kk text,
    title_en text,
    kind text,
    certain boolean,
    constraint body_aud_pk primary key (id, rev),
    constraint body_aud_rev_fk foreign key (rev) references revision (number)
);
create index body_aud_rev_ix on body_aud (rev);

create table curator (
    id uuid not null,
    version bigint not null,
    number integer,
    code text not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    constraint curator_pk primary key (id),
    constraint curator_code_uq unique (code)
);
create table curator_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    number integer,
    code text,
    title_ru text,
    title_kk text,
    title_en text,
    constraint curator_aud_pk primary key (id, rev),
    constraint curator_aud_rev_fk foreign key (rev) references revision (number)
);
create index curator_aud_rev_ix on curator_aud (rev);

create table term (
    id uuid not null,
    version bigint not null,
    number integer,
    kind varchar(20) not null,
    code text not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    constraint term_pk primary key (id),
    constraint term_code_uq unique (kind, code)
);
create table term_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    number integer,
    kind varchar(20),
    code text,
    title_ru text,
    title_kk text,
    title_en text,
    constraint term_aud_pk primary key (id, rev),
    constraint term_aud_rev_fk foreign key (rev) references revision (number)
);
create index term_aud_rev_ix on term_aud (rev);

create table direction (
    id uuid not null,
    version bigint not null,
    plan_id uuid not null,
    number integer,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    constraint direction_pk primary key (id),
    constraint direction_plan_id_fk foreign key (plan_id) references plan (id) deferrable initially deferred
);
create table direction_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    plan_id uuid,
    number integer,
    title_ru text,
    title_kk text,
    title_en text,
    constraint direction_aud_pk primary key (id, rev),
    constraint direction_aud_rev_fk foreign key (rev) references revision (number)
);
create index direction_aud_rev_ix on direction_aud (rev);

create table goal (
    id uuid not null,
    version bigint not null,
    direction_id uuid not null,
    code text not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    constraint goal_pk primary key (id),
    constraint goal_direction_id_fk foreign key (direction_id) references direction (id) deferrable initially deferred
);
create table goal_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    direction_id uuid,
    code text,
    title_ru text,
    title_kk text,
    title_en text,
    constraint goal_aud_pk primary key (id, rev),
    constraint goal_aud_rev_fk foreign key (rev) references revision (number)
);
create index goal_aud_rev_ix on goal_aud (rev);

create table indicator (
    id uuid not null,
    version bigint not null,
    goal_id uuid not null,
    number integer,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    kind varchar(20),
    constraint indicator_pk primary key (id),
    constraint indicator_goal_id_fk foreign key (goal_id) references goal (id) deferrable initially deferred
);
create table indicator_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    goal_id uuid,
    number integer,
    title_ru text,
    title_kk text,
    title_en text,
    kind varchar(20),
    constraint indicator_aud_pk primary key (id, rev),
    constraint indicator_aud_rev_fk foreign key (rev) references revision (number)
);
create index indicator_aud_rev_ix on indicator_aud (rev);

create table series (
    id uuid not null,
    version bigint not null,
    indicator_id uuid not null,
    number integer,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    unit_ru text not null,
    unit_kk text not null,
    unit_en text not null,
    better varchar(20),
    decimals integer,
    origin_id uuid,
    source_id uuid,
    curator_id uuid,
    constraint series_pk primary key (id),
    constraint series_indicator_id_fk foreign key (indicator_id) references indicator (id) deferrable initially deferred,
    constraint series_origin_id_fk foreign key (origin_id) references term (id) deferrable initially deferred,
    constraint series_source_id_fk foreign key (source_id) references term (id) deferrable initially deferred,
    constraint series_curator_id_fk foreign key (curator_id) references curator (id) deferrable initially deferred
);
create table series_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    indicator_id uuid,
    number integer,
    title_ru text,
    title_kk text,
    title_en text,
    unit_ru text,
    unit_kk text,
    unit_en text,
    better varchar(20),
    decimals integer,
    origin_id uuid,
    source_id uuid,
    curator_id uuid,
    constraint series_aud_pk primary key (id, rev),
    constraint series_aud_rev_fk foreign key (rev) references revision (number)
);
create index series_aud_rev_ix on series_aud (rev);

-- Numbers are unconstrained, so that they keep the scale they were entered with.
create table series_value (
    id uuid not null,
    version bigint not null,
    item_id uuid not null,
    year integer not null,
    comparison varchar(1) not null,
    number numeric,
    text text,
    attribute varchar(20) not null,
    constraint series_value_pk primary key (id),
    constraint series_value_item_id_fk foreign key (item_id) references series (id) deferrable initially deferred,
    constraint series_value_one_ck check ((number is null) <> (text is null)),
    constraint series_value_place_uq unique (item_id, attribute, year) deferrable initially deferred
);
create table series_value_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    item_id uuid,
    year integer,
    comparison varchar(1),
    number numeric,
    text text,
    attribute varchar(20),
    constraint series_value_aud_pk primary key (id, rev),
    constraint series_value_aud_rev_fk foreign key (rev) references revision (number)
);
create index series_value_aud_rev_ix on series_value_aud (rev);

create table series_executor (
    id uuid not null,
    version bigint not null,
    item_id uuid not null,
    body_id uuid not null,
    position integer not null,
    by_agreement boolean not null,
    constraint series_executor_pk primary key (id),
    constraint series_executor_item_id_fk foreign key (item_id) references series (id) deferrable initially deferred,
    constraint series_executor_body_id_fk foreign key (body_id) references body (id) deferrable initially deferred
);
create table series_executor_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    item_id uuid,
    body_id uuid,
    position integer,
    by_agreement boolean,
    constraint series_executor_aud_pk primary key (id, rev),
    constraint series_executor_aud_rev_fk foreign key (rev) references revision (number)
);
create index series_executor_aud_rev_ix on series_executor_aud (rev);

-- parent_id is a goal or another action.
create table action (
    id uuid not null,
    version bigint not null,
    parent_id uuid not null,
    number integer,
    heading boolean not null,
    title_ru text not null,
    title_kk text not null,
    title_en text not null,
    official_text text not null,
    from_year integer,
    to_year integer,
    due text,
    recurrence varchar(20),
    phases text,
    measures text,
    constraint action_pk primary key (id)
);
create table action_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    parent_id uuid,
    number integer,
    heading boolean,
    title_ru text,
    title_kk text,
    title_en text,
    official_text text,
    from_year integer,
    to_year integer,
    due text,
    recurrence varchar(20),
    phases text,
    measures text,
    constraint action_aud_pk primary key (id, rev),
    constraint action_aud_rev_fk foreign key (rev) references revision (number)
);
create index action_aud_rev_ix on action_aud (rev);

-- parent_id is a goal, or the plan for the totals that its passport prints.
create table funding (
    id uuid not null,
    version bigint not null,
    parent_id uuid not null,
    source varchar(20) not null,
    constraint funding_pk primary key (id),
    constraint funding_source_uq unique (parent_id, source) deferrable initially deferred
);
create table funding_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    parent_id uuid,
    source varchar(20),
    constraint funding_aud_pk primary key (id, rev),
    constraint funding_aud_rev_fk foreign key (rev) references revision (number)
);
create index funding_aud_rev_ix on funding_aud (rev);

-- Million tenge.
create table funding_amount (
    id uuid not null,
    version bigint not null,
    item_id uuid not null,
    year integer not null,
    comparison varchar(1) not null,
    number numeric,
    text text,
    constraint funding_amount_pk primary key (id),
    constraint funding_amount_item_id_fk foreign key (item_id) references funding (id) deferrable initially deferred,
    constraint funding_amount_one_ck check ((number is null) <> (text is null))
);
create table funding_amount_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    item_id uuid,
    year integer,
    comparison varchar(1),
    number numeric,
    text text,
    constraint funding_amount_aud_pk primary key (id, rev),
    constraint funding_amount_aud_rev_fk foreign key (rev) references revision (number)
);
create index funding_amount_aud_rev_ix on funding_amount_aud (rev);

-- The history of a series or of money is asked for by the item that the rows belong to.
create index series_value_aud_item_ix on series_value_aud (item_id, rev);
create index series_executor_aud_item_ix on series_executor_aud (item_id, rev);
create index funding_amount_aud_item_ix on funding_amount_aud (item_id, rev);
create index series_executor_item_ix on series_executor (item_id);
create index funding_amount_item_ix on funding_amount (item_id);
