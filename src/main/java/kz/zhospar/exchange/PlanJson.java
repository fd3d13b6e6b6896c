package kz.zhospar.exchange;

import java.time.Instant;
import java.util.List;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Direction;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.Term;
import kz.zhospar.plan.TermKind;

/** The whole plan as of one revision. */
record PlanJson(
        String code,
        TextJson title,
        long revision,
        Instant asOf,
        List<DirectionJson> directions,
        PassportJson passport,
        List<BodyJson> bodies,
        List<CuratorJson> curators,
        List<TermJson> terms) {

    record DirectionJson(int number, TextJson title, List<GoalJson> goals) {
        static DirectionJson of(Direction direction) {
            return new DirectionJson(
                    direction.number(),
                    TextJson.of(direction.title()),
                    direction.goals().stream().map(GoalJson::of).toList());
        }
    }

    record PassportJson(List<FundingJson> funding) {}

    record BodyJson(String key, TextJson abbreviation, TextJson name, String kind, boolean certain) {
        static BodyJson of(Body body) {
            return new BodyJson(
                    body.key(),
                    TextJson.of(body.abbreviation()),
                    TextJson.of(body.name()),
                    body.kind(),
                    body.certain());
        }
    }

    record CuratorJson(String key, TextJson name) {
        static CuratorJson of(Curator curator) {
            return new CuratorJson(curator.key(), TextJson.of(curator.name()));
        }
    }

    record TermJson(TermKind kind, String key, TextJson title) {
        static TermJson of(Term term) {
            return new TermJson(term.kind(), term.key(), TextJson.of(term.title()));
        }
    }

    static PlanJson of(PlanSnapshot plan) {
        var tree = plan.tree();
        return new PlanJson(
                tree.code(),
                TextJson.of(tree.title()),
                plan.revision(),
                plan.asOf(),
                tree.directions().stream().map(DirectionJson::of).toList(),
                new PassportJson(tree.passport().stream().map(FundingJson::of).toList()),
                tree.bodies().stream().map(BodyJson::of).toList(),
                tree.curators().stream().map(CuratorJson::of).toList(),
                tree.terms().stream().map(TermJson::of).toList());
    }
}
