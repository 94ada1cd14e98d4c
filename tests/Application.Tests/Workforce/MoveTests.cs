using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>
/// The receiving agency records a move, both agencies find it, and days of absence go on across it. Nobody ever checks
/// in here, so that every working day is an absence.
/// </summary>
public sealed class MoveTests
{
    private static readonly Nip Nip = Nip.Parse("199001012020121001").Value;
    private static readonly AgencyId Third = AgencyId.Parse("ketiga").Value;
    private static readonly LocalDate Monday = new(2026, 2, 9);

    private readonly World _world = new();

    public MoveTests()
    {
        foreach (var other in new[] { Some.OtherAgencyId, Third })
        {
            _world.Add(Some.Agency() with { Id = other });
            _world.Workforce.Add(other, Some.Unit());
        }
    }

    [Fact]
    public async Task A_move_stands_on_both_sides_and_is_told_once_on_each()
    {
        await RegisterAsync();
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        var again = await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);

        Assert.Equal((1, false), (again.Version, again.Withdrawn));
        Assert.Equal(
            [
                ("bkn", $"{Application.Tables.TableKeys.Person(Some.Person("pindahan"))}_20260209_in_menpanrb"),
                ("menpanrb", "2f73_peg-0001_20260209_out_bkn"),
            ],
            _world.Moves.Rows.Keys.Order());
        Assert.Equal(
            [(Some.OtherAgencyId, (EmployeeId?)null), (Some.AgencyId, Some.Person("peg-head"))],
            _world.Moves.Told.Select(t => (t.Side, t.Superior)));
        Assert.Equal(again, Assert.Single((await _world.RecordMoves.OfPersonAsync(
            Some.AgencyId, Some.Person(), default)).Value));
        Assert.Equal(again, Assert.Single((await _world.RecordMoves.OfAgencyAsync(
            Some.AgencyId, null, 10, default)).Value.Items));
    }

    [Fact]
    public async Task What_was_written_half_is_written_whole_by_the_repeat()
    {
        await RegisterAsync();
        var move = await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        Assert.True(_world.Moves.Rows.Remove(_world.Moves.Rows.Keys.Single(k => k.Side == "menpanrb")));
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        Assert.Equal([move, move], _world.Moves.Rows.Values);
    }

    [Fact]
    public async Task Another_day_for_the_same_move_corrects_it_and_the_first_stays_to_be_seen()
    {
        await RegisterAsync();
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday.PlusDays(-7));
        var known = (await _world.RecordMoves.OfPersonAsync(Some.AgencyId, Some.Person(), default)).Value;
        Assert.Equal(
            [(Monday.PlusDays(-7), false, 1), (Monday, true, 2)], known.Select(m => (m.On, m.Withdrawn, m.Version)));
        Assert.True(ServesAt(Some.OtherAgencyId, "pindahan", Monday.PlusDays(-7)));
        Assert.False(ServesAt(Some.OtherAgencyId, "pindahan", Monday.PlusDays(-8)));
        Assert.True(ServesAt(Some.AgencyId, "peg-0001", Monday.PlusDays(30)));
    }

    [Fact]
    public async Task A_withdrawn_move_counts_no_more_and_may_be_recorded_again()
    {
        await RegisterAsync();
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        var actor = Some.ActorOf(Some.OtherAgencyId);
        var gone = await _world.RecordMoves.WithdrawAsync(actor, Some.Person("pindahan"), Monday, default);
        Assert.Equal((true, 2), (gone.Value.Withdrawn, gone.Value.Version));
        Refused.Is(
            RefusalCodes.UnknownMove,
            await _world.RecordMoves.WithdrawAsync(actor, Some.Person("pindahan"), Monday, default));
        Assert.Single(await StretchesAsync(Some.OtherAgencyId, "pindahan"));
        Assert.Equal(3, (await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday)).Version);
    }

    [Theory]
    [InlineData("pindahan", "menpanrb", "peg-0001", null)]
    [InlineData("pindahan", "menpanrb", null, null)]
    [InlineData("peg-lain", "menpanrb", null, "/moves/0/employeeId")]
    [InlineData("pindahan", "ketiga", null, "/moves/0/fromAgencyId")]
    [InlineData("pindahan", "tidak-ada", null, "/moves/0/fromAgencyId")]
    [InlineData("pindahan", "menpanrb", "peg-head", "/moves/0/fromEmployeeId")]
    public async Task Only_one_NIP_on_both_sides_makes_two_people_one(
        string person, string from, string? there, string? fault)
    {
        await RegisterAsync();
        var result = await _world.RecordMoves.PutAsync(
            Some.ActorOf(Some.OtherAgencyId),
            Some.OtherAgencyId,
            [
                new(
                    Some.Person(person), Nip, AgencyId.Parse(from).Value, there is null ? null : Some.Person(there),
                    Monday),
            ],
            default);
        Assert.Equal(fault, result.Refusal?.Faults.Single().Pointer);
        Assert.Equal(fault is null ? null : RefusalCodes.MoveUnproven, result.Refusal?.Code);
        Assert.Equal(fault is null ? 2 : 0, _world.Moves.Rows.Count);
    }

    [Fact]
    public async Task Service_that_goes_on_where_the_person_left_is_a_finding_until_it_is_ended()
    {
        await RegisterAsync();
        _world.Clock.MoveTo(Some.At("2026-02-20T00:00:00Z"));
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, Monday);
        var found = Assert.Single((await _world.NipFindings.ExecuteAsync(null, 10, default)).Items);
        Assert.Equal(
            [(Some.OtherAgencyId, (LocalDate?)null), (Some.AgencyId, Monday)],
            found.Holders.Select(h => (h.AgencyId, h.ServesAfterMoveOn)));

        await EndAsync(Some.AgencyId, "peg-0001", Monday);
        found = Assert.Single((await _world.NipFindings.ExecuteAsync(null, 10, default)).Items);
        Assert.Equal(Monday, found.Holders[^1].ServesAfterMoveOn);

        await EndAsync(Some.AgencyId, "peg-0001", Monday.PlusDays(-1));
        Assert.Empty((await _world.NipFindings.ExecuteAsync(null, 10, default)).Items);
    }

    [Fact]
    public async Task Ten_days_in_a_row_across_two_moves_are_proposed_where_the_person_serves_now()
    {
        await AdoptAsync(Some.AgencyId, Some.OtherAgencyId, Third);
        await RegisterAsync();
        await RegisterAsync(Third, "di-ketiga");
        // Four days here, three there, three at last, with two weekends between.
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, new(2026, 2, 6));
        await EndAsync(Some.AgencyId, "peg-0001", new(2026, 2, 5));
        await MoveAsync(Third, "di-ketiga", Some.OtherAgencyId, new(2026, 2, 11));
        await EndAsync(Some.OtherAgencyId, "pindahan", new(2026, 2, 10));

        await CloseAtAsync("2026-02-13T00:00:00Z");
        Assert.DoesNotContain(Standing(Third), p => p.Basis.Absence!.InARow);
        await CloseAtAsync("2026-02-14T00:00:00Z");

        var proposal = Assert.Single(Standing(Third));
        Assert.True(proposal.Basis.Absence!.InARow);
        Assert.Equal(new LocalDate(2026, 2, 2), proposal.Basis.Absence.Evidence[0]);
        Assert.Equal(10, proposal.Basis.Absence.Evidence.Count);
        Assert.Empty(Standing(Some.OtherAgencyId));
        Assert.DoesNotContain(Standing(Some.AgencyId), p => p.EmployeeId == Some.Person());
        Assert.Equal(
            [("ketiga", "di-ketiga"), ("bkn", "pindahan"), ("menpanrb", "peg-0001")],
            (await StretchesAsync(Third, "di-ketiga")).Select(
                s => (s.AgencyId.ToString(), s.EmployeeId.ToString())));
    }

    [Fact]
    public async Task A_day_that_is_excused_where_the_person_was_takes_the_proposal_away_where_he_is()
    {
        await AdoptAsync(Some.OtherAgencyId);
        await RegisterAsync();
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, new(2026, 2, 4));
        await EndAsync(Some.AgencyId, "peg-0001", new(2026, 2, 3));
        await CloseAtAsync("2026-02-05T00:00:00Z");
        Assert.Equal(3, Assert.Single(Standing(Some.OtherAgencyId)).Basis.Absence!.Evidence.Count);

        var leave = new Leave(Some.Person(), LeaveKind.DutyTravel, new(2026, 2, 3), new(2026, 2, 4), "800/17/2026");
        await _world.Leaves.PutAsync(Some.AgencyId, new(leave, false, Some.Morning), [], default);
        await _world.Dirty.MarkAsync(Some.AgencyId, Some.Person(), new(2026, 2), default);
        await CloseAtAsync("2026-02-05T00:15:00Z");
        Assert.Empty(Standing(Some.OtherAgencyId));
    }

    [Fact]
    public async Task Days_of_a_secondment_that_became_a_move_stay_with_who_had_the_person_at_work()
    {
        await RegisterAsync();
        await _world.RecordSecondment.PutAsync(
            new(Some.AgencyId, Some.Person(), Some.OtherAgencyId, new(2026, 2, 3), new(2026, 2, 6)), default);
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, new(2026, 2, 6));
        await EndAsync(Some.AgencyId, "peg-0001", new(2026, 2, 5));
        _world.Clock.MoveTo(Some.At("2026-02-07T00:00:00Z"));
        var year = (await _world.ReadAttendance.AbsencesAsync(
            Some.OtherAgencyId, Some.Person("pindahan"), 2026, default)).Value;
        Assert.Equal([2, 3, 4, 5, 6], year.AbsentDays.Where(d => d.Month == 2).Select(d => d.Day));
        Assert.Equal(
            [false, true],
            new[] { 2, 3 }.Select(day => ServesAt(Some.OtherAgencyId, "pindahan", new(2026, 2, day))));
    }

    [Fact]
    public async Task A_move_back_counts_all_three_parts_once()
    {
        await RegisterAsync();
        await MoveAsync(Some.OtherAgencyId, "pindahan", Some.AgencyId, new(2026, 2, 4));
        await EndAsync(Some.AgencyId, "peg-0001", new(2026, 2, 3));
        await MoveAsync(Some.AgencyId, "peg-0001", Some.OtherAgencyId, new(2026, 2, 6));
        await EndAsync(Some.OtherAgencyId, "pindahan", new(2026, 2, 5));
        _world.Clock.MoveTo(Some.At("2026-02-10T00:00:00Z"));

        var year = (await _world.ReadAttendance.AbsencesAsync(Some.AgencyId, Some.Person(), 2026, default)).Value;
        Assert.Equal([2, 3, 4, 5, 6, 9], year.AbsentDays.Where(d => d.Month == 2).Select(d => d.Day));
        var there = (await _world.ReadAttendance.AbsencesAsync(
            Some.OtherAgencyId, Some.Person("pindahan"), 2026, default)).Value;
        Assert.Equal([2, 3, 4, 5], there.AbsentDays.Where(d => d.Month == 2).Select(d => d.Day));
        Assert.Equal(
            [true, true, false, false, true],
            Enumerable.Range(2, 5).Select(day => ServesAt(Some.AgencyId, "peg-0001", new(2026, 2, day))));
    }

    private async Task RegisterAsync()
    {
        await RegisterAsync(Some.AgencyId, "peg-0001");
        await RegisterAsync(Some.OtherAgencyId, "pindahan");
    }

    private async Task RegisterAsync(AgencyId agency, string person) => Assert.Null((await _world.Upsert
        .PutEmployeesAsync(Some.ActorOf(agency), [new(Some.Employee(person), Nip)], default)).Refusal);

    private async Task EndAsync(AgencyId agency, string person, LocalDate last) => Assert.Null((await _world.Upsert
        .PutEmployeesAsync(
            Some.ActorOf(agency), [new(Some.Employee(person), null) { EndedOn = last }], default)).Refusal);

    private async Task<Move> MoveAsync(AgencyId to, string person, AgencyId from, LocalDate on)
    {
        var result = await _world.RecordMoves.PutAsync(
            Some.ActorOf(to), to, [new(Some.Person(person), Nip, from, null, on)], default);
        Assert.Null(result.Refusal);
        return Assert.Single(result.Value);
    }

    private bool ServesAt(AgencyId agency, string person, LocalDate day) =>
        _world.Workforce.Employees[(agency, Some.Person(person))].Value.On(day).Active;

    private Task<IReadOnlyList<ServiceStretch>> StretchesAsync(AgencyId agency, string person) =>
        _world.Stretches.OfAsync(agency, Some.Person(person), new(2025, 1, 1), default);

    private List<Proposal> Standing(AgencyId agency) =>
        [.. _world.Proposals.Rows.Values.Select(p => p.Value)
            .Where(p => p.AgencyId == agency && p.State == ProposalState.Proposed)];

    private async Task AdoptAsync(params AgencyId[] agencies)
    {
        foreach (var agency in agencies)
        {
            await _world.Policies.AddAsync(
                agency,
                CompleteDocument.Of(PolicyKinds.FollowUp, """{"proposals":{"absences":{"from":"2026-02-02"} } }"""),
                default);
        }
    }

    private async Task CloseAtAsync(string at)
    {
        _world.Clock.MoveTo(Some.At(at));
        await _world.CloseDaysAsync();
    }
}
