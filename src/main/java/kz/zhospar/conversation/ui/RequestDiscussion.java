package kz.zhospar.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.ui.RequestPanel;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.conversation.Place;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.live.Signals;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanService;

/** Puts the discussion on the page of a request: a card for the whole of it, a small part under each change. */
@SpringComponent
class RequestDiscussion implements RequestPanel {

    private final ConversationService conversations;
    private final Jottings jottings;
    private final PlanService plans;
    private final Signals signals;

    RequestDiscussion(ConversationService conversations, Jottings jottings, PlanService plans, Signals signals) {
        this.conversations = conversations;
        this.jottings = jottings;
        this.plans = plans;
        this.signals = signals;
    }

    @Override
    public Optional<Component> below(RequestDetails details) {
        var talk = talk(details);
        var card = new DiscussionCard(talk);
        LiveDiscussion.follow(card, signals, details.number(), talk::refresh);
        return Optional.of(card);
    }

    @Override
    public Optional<Component> beside(RequestDetails details, Change change) {
        return Optional.of(new PlaceTalk(talk(details), Place.of(change)));
    }

    private Talk talk(RequestDetails details) {
        return Talk.on(UI.getCurrent(), details, plans.current(), conversations, jottings);
    }
}
