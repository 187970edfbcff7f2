// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.committee.AreaId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

@Repository
class MeetingStore {
    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Meeting meeting) {
        jdbc.sql("""
                insert into meeting.meeting
                  (id, committee, number, state, mode, first_day, last_day, venue, host, mandate, opens_at, opens_zone)
                values (:id, :committee, :number, :state, :mode, :first, :last, :venue::jsonb, :host, :mandate::jsonb,
                        :opens, :zone)
                """)
                .param("id", meeting.id().id())
                .param("committee", meeting.committee().id())
                .param("number", meeting.number())
                .param("state", meeting.state().name())
                .param("mode", meeting.mode().name())
                .param("first", meeting.firstDay())
                .param("last", meeting.lastDay())
                .param("venue", meeting.venue().json())
                .param("host", meeting.host() == null ? null : meeting.host().id())
                .param("mandate", meeting.mandate().json())
                .param(
                        "opens",
                        meeting.opening() == null ? null : meeting.opening().time(),
                        Types.TIME)
                .param(
                        "zone",
                        meeting.opening() == null
                                ? null
                                : meeting.opening().zone().getId(),
                        Types.VARCHAR)
                .update();
        meeting.agenda().forEach(item -> add(meeting.id(), item));
        meeting.participants().forEach(participant -> add(meeting.id(), participant));
        meeting.sideMeetings().forEach(side -> add(meeting.id(), side));
    }

    /** Makes others who plan in this committee wait for the end of the transaction. */
    void lock(CommitteeId committee) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('meeting ' || :committee::text, 0))")
                .param("committee", committee.id())
                .query((row, n) -> true)
                .single();
    }

    int last(CommitteeId committee) {
        return jdbc.sql("select coalesce(max(number), 0) from meeting.meeting where committee = :committee")
                .param("committee", committee.id())
                .query(Integer.class)
                .single();
    }

    /** Begins the next revision, and holds the meeting still; not where somebody else has written since. */
    boolean revise(MeetingId meeting, int seen) {
        return jdbc.sql("update meeting.meeting set revision = revision + 1 where id = :id and revision = :seen")
                        .param("id", meeting.id())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    void plan(MeetingId meeting, Plan plan) {
        var opening = plan.opening();
        var host = plan.host();
        jdbc.sql("""
                update meeting.meeting
                set mode = :mode, first_day = :first, last_day = :last, venue = :venue::jsonb, host = :host,
                    mandate = :mandate::jsonb, opens_at = :opens, opens_zone = :zone
                where id = :id
                """)
                .param("id", meeting.id())
                .param("mode", plan.mode().name())
                .param("first", plan.firstDay())
                .param("last", plan.lastDay())
                .param("venue", plan.venue().json())
                .param("host", host == null ? null : host.id(), Types.OTHER)
                .param("mandate", plan.mandate().json())
                .param("opens", opening == null ? null : opening.time(), Types.TIME)
                .param("zone", opening == null ? null : opening.zone().getId(), Types.VARCHAR)
                .update();
    }

    void remove(MeetingId meeting, String label) {
        jdbc.sql("delete from meeting.agenda_item where meeting = :meeting and label = :label")
                .param("meeting", meeting.id())
                .param("label", label)
                .update();
    }

    void attended(MeetingId meeting, List<Participant> participants) {
        jdbc.sql("delete from meeting.participant where meeting = :meeting")
                .param("meeting", meeting.id())
                .update();
        participants.forEach(participant -> add(meeting, participant));
    }

    void add(MeetingId meeting, AgendaItem item) {
        jdbc.sql("""
                insert into meeting.agenda_item (meeting, label, title, kind, area, requested_by, key)
                values (:meeting, :label, :title::jsonb, :kind, :area, :party, :key)
                """)
                .param("meeting", meeting.id())
                .param("key", item.key())
                .param("label", item.label())
                .param("title", item.title().json())
                .param("kind", item.kind().name())
                .param("area", item.area() == null ? null : item.area().id())
                .param(
                        "party",
                        item.requestedBy() == null ? null : item.requestedBy().id())
                .update();
    }

    private void add(MeetingId meeting, Participant participant) {
        jdbc.sql("""
                insert into meeting.participant (meeting, party, arabic_name, latin_name, rank, office, chairs)
                values (:meeting, :party, :arabic, :latin, :rank::jsonb, :office::jsonb, :chairs)
                """)
                .param("meeting", meeting.id())
                .param("party", participant.party().id())
                .param("arabic", participant.name().arabic())
                .param("latin", participant.name().latin())
                .param("rank", participant.rank().json())
                .param("office", participant.office().json())
                .param("chairs", participant.chairs())
                .update();
    }

    private void add(MeetingId meeting, SideMeeting side) {
        jdbc.sql("""
                insert into meeting.side_meeting (meeting, bodies, level, subject)
                values (:meeting, :bodies::jsonb, :level::jsonb, :subject::jsonb)
                """)
                .param("meeting", meeting.id())
                .param("bodies", side.bodies().json())
                .param("level", side.level().json())
                .param("subject", side.subject().json())
                .update();
    }

    boolean move(MeetingId meeting, Meeting.State to) {
        return jdbc.sql("""
                update meeting.meeting set state = :to, revision = revision + 1
                where id = :id
                  and array_position(array['PLANNED', 'CONVENED', 'OPEN', 'CLOSED'], state)
                    < array_position(array['PLANNED', 'CONVENED', 'OPEN', 'CLOSED'], :to)
                """).param("id", meeting.id()).param("to", to.name()).update() == 1;
    }

    Optional<Meeting> meeting(MeetingId id) {
        return jdbc.sql("select * from meeting.meeting where id = :id")
                .param("id", id.id())
                .query((row, n) -> meeting(row))
                .optional();
    }

    Optional<Meeting> meeting(CommitteeId committee, int number) {
        return jdbc.sql("select * from meeting.meeting where committee = :committee and number = :number")
                .param("committee", committee.id())
                .param("number", number)
                .query((row, n) -> meeting(row))
                .optional();
    }

    List<Meeting> meetings(CommitteeId committee) {
        return jdbc.sql("select * from meeting.meeting where committee = :committee order by number desc")
                .param("committee", committee.id())
                .query((row, n) -> meeting(row))
                .list();
    }

    private List<AgendaItem> agenda(UUID meeting) {
        return jdbc
                .sql("select * from meeting.agenda_item where meeting = :meeting order by place")
                .param("meeting", meeting)
                .query((row, n) -> {
                    @Nullable UUID area = row.getObject("area", UUID.class);
                    @Nullable UUID party = row.getObject("requested_by", UUID.class);
                    return new AgendaItem(
                            row.getString("label"),
                            LocalText.ofJson(row.getString("title")),
                            AgendaItem.Kind.valueOf(row.getString("kind")),
                            area == null ? null : new AreaId(area),
                            party == null ? null : new PartyId(party),
                            row.getString("key"));
                })
                .stream()
                .sorted(AgendaItem.ORDER)
                .toList();
    }

    private List<Participant> participants(UUID meeting) {
        return jdbc.sql("select * from meeting.participant where meeting = :meeting order by place")
                .param("meeting", meeting)
                .query((row, n) -> new Participant(
                        new PartyId(row.getObject("party", UUID.class)),
                        new PersonName(row.getString("arabic_name"), row.getString("latin_name")),
                        LocalText.ofJson(row.getString("rank")),
                        LocalText.ofJson(row.getString("office")),
                        row.getBoolean("chairs")))
                .list();
    }

    private List<SideMeeting> sideMeetings(UUID meeting) {
        return jdbc.sql("select * from meeting.side_meeting where meeting = :meeting order by place")
                .param("meeting", meeting)
                .query((row, n) -> new SideMeeting(
                        LocalText.ofJson(row.getString("bodies")),
                        LocalText.ofJson(row.getString("level")),
                        LocalText.ofJson(row.getString("subject"))))
                .list();
    }

    private Meeting meeting(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        @Nullable UUID host = row.getObject("host", UUID.class);
        return new Meeting(
                new MeetingId(id),
                new CommitteeId(row.getObject("committee", UUID.class)),
                row.getInt("number"),
                Meeting.State.valueOf(row.getString("state")),
                Meeting.Mode.valueOf(row.getString("mode")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                LocalText.ofJson(row.getString("venue")),
                host == null ? null : new PartyId(host),
                LocalText.ofJson(row.getString("mandate")),
                agenda(id),
                participants(id),
                sideMeetings(id),
                opening(row),
                row.getInt("revision"));
    }

    private static @Nullable Opening opening(ResultSet row) throws SQLException {
        @Nullable LocalTime time = row.getObject("opens_at", LocalTime.class);
        return time == null ? null : new Opening(time, ZoneId.of(row.getString("opens_zone")));
    }
}
