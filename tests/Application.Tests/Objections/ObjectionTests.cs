using Kinerja.Application.Events;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Application.Tests.Objections;

public sealed class ObjectionTests
{
    private static readonly EmployeeId Superior = Some.Person("peg-superior");

    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public ObjectionTests()
    {
        _world.Add(
            Some.Employee("peg-superior", null), Some.Employee("peg-head", "peg-superior"), Some.Employee("peg-0002"));
        Rate("peg-0001");
    }

    private FileObjection File => new(
        _world.AgencyDirectory, _world.Results, _world.Term, _world.PinnedPolicies, _world.Objections,
        _world.Tell, _world.Clock);

    private ApplyObjections Apply =>
        new(_world.Agencies, _world.Ratings, _world.Objections, _world.Revise, _world.Clock);

    [Fact]
    public async Task It_is_filed_once_and_goes_to_the_raters_superior()
    {
        await PublishAsync();
        var first = (await File.ExecuteAsync(Some.Actor, Claim(), default)).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        var second = (await File.ExecuteAsync(Some.Actor, Claim(), default)).Value;

        Assert.Equal((Superior, false, true), (first.Objection.SuperiorId, first.Replayed, second.Replayed));
        Assert.Equal(first.Objection, second.Objection);
        Assert.Single(_world.Objections.Rows);
    }

    [Fact]
    public async Task Bug_of_equal_filings_at_one_moment_each_is_answered_with_the_stored_one()
    {
        await PublishAsync();
        _world.Objections.FasterWriter = () => File.ExecuteAsync(Some.Actor, Claim(), default).GetAwaiter().GetResult();
        Assert.True((await File.ExecuteAsync(Some.Actor, Claim(), default)).Value.Replayed);

        _world.Objections.Rows.Clear();
        _world.Objections.FasterWriter = () => File.ExecuteAsync(Some.Actor, Claim("keberatan-2"), default).GetAwaiter()
            .GetResult();
        Refused.Is(RefusalCodes.ObjectionFiled, await File.ExecuteAsync(Some.Actor, Claim(), default));
    }

    [Fact]
    public async Task Who_was_heard_is_asked_no_more_and_nobody_is_once_it_is_withdrawn()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        Assert.Equal((1, 1), (await WaitingAsync(Superior), await WaitingAsync(Some.Person("peg-head"))));

        await _world.HearObjection.ExecuteAsync(
            Some.Actor, Some.Quarter, Some.Person(), new(Some.Person("peg-head"), "Sudah dibahas."), default);
        Assert.Equal((1, 0), (await WaitingAsync(Superior), await WaitingAsync(Some.Person("peg-head"))));

        await _world.WithdrawObjection.ExecuteAsync(Some.Actor, Some.Quarter, Some.Person(), default);
        Assert.Equal(0, await WaitingAsync(Superior));
    }

    private async Task<int> WaitingAsync(EmployeeId person) =>
        await _world.Inboxes.ListAsync(Some.AgencyId, person, null, default)
            .CountAsync(item => item.Notice.Code == NoticeCode.ObjectionFiled && item.WaitsAt(_world.Clock.Now()));

    [Fact]
    public async Task Before_delivery_there_is_nothing_to_object_to()
    {
        await _world.Plan.PlanDueAsync(default);
        Refused.Is(RefusalCodes.NothingToObject, await File.ExecuteAsync(Some.Actor, Claim(), default));
        Assert.Empty(_world.Objections.Rows);
    }

    [Fact]
    public async Task Who_was_not_assessed_objects_and_the_superior_rates()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(person: "peg-0002"), default);
        foreach (var side in new[] { "peg-head", "peg-0002" })
        {
            await _world.HearObjection.ExecuteAsync(
                Some.Actor, Some.Quarter, Some.Person("peg-0002"), new(Some.Person(side), "Sudah."), default);
        }

        var decided = await DecideAsync("peg-0002", Higher());
        Assert.Equal(2, decided.Value.AppliedIn);
        await WorkAsync();
        var rating = _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person("peg-0002"))].Value;
        Assert.Equal((1, Superior, "keberatan-1"), (rating.Version, rating.RaterId, rating.ObjectionId.ToString()));
        var input = await _world.Results.FindInputAsync(
            _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value, Some.Person("peg-0002"), default);
        Assert.Equal(rating, input!.Rating);
    }

    [Fact]
    public async Task Whom_the_run_did_not_take_in_has_nothing_to_object_to()
    {
        await PublishAsync();
        _world.Add(Some.Employee("peg-0009"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        Refused.Is(
            RefusalCodes.NothingToObject, await File.ExecuteAsync(Some.Actor, Claim(person: "peg-0009"), default));
    }

    [Fact]
    public async Task Fifteen_days_after_delivery_are_too_late()
    {
        await PublishAsync();
        _world.Clock.Advance(Duration.FromDays(15));
        Refused.Is(RefusalCodes.ObjectionTooLate, await File.ExecuteAsync(Some.Actor, Claim(), default));
    }

    [Fact]
    public async Task An_agency_may_give_more_time_by_policy()
    {
        var document = CompleteDocument.Of(PolicyKinds.Objection, """{"toObject":{"days":20,"count":"calendar"}}""");
        await _world.Policies.AddAsync(Some.AgencyId, document, default);
        await PublishAsync();
        _world.Clock.Advance(Duration.FromDays(15));
        Assert.Null((await File.ExecuteAsync(Some.Actor, Claim(), default)).Refusal);
    }

    [Fact]
    public async Task The_same_id_with_other_words_is_refused_and_so_is_a_second_objection()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        Refused.Is(
            RefusalCodes.ReusedId, await File.ExecuteAsync(Some.Actor, Claim() with { Reason = "Lain." }, default));
        Refused.Is(RefusalCodes.ObjectionFiled, await File.ExecuteAsync(Some.Actor, Claim("keberatan-2"), default));
    }

    [Fact]
    public async Task What_was_withdrawn_makes_room_for_another_and_its_resend_stays_withdrawn()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        await _world.WithdrawObjection.ExecuteAsync(Some.Actor, Some.Quarter, Some.Person("peg-0001"), default);

        var resent = (await File.ExecuteAsync(Some.Actor, Claim(), default)).Value;
        Assert.Equal((ObjectionState.Withdrawn, true), (resent.Objection.State, resent.Replayed));
        Assert.False((await File.ExecuteAsync(Some.Actor, Claim("keberatan-2"), default)).Value.Replayed);
    }

    [Fact]
    public async Task It_waits_for_the_superior_until_it_is_decided()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        Assert.Single(await WaitingAsync());

        await HearAsync("peg-head");
        await HearAsync("peg-0001");
        var decided = await _world.DecideObjection.ExecuteAsync(
            Some.Actor, Some.Quarter, Some.Person("peg-0001"), Higher(), default);

        Assert.Equal((ObjectionState.Changed, 2), (decided.Value.State, decided.Value.AppliedIn));
        Assert.Empty(await WaitingAsync());
        var found = await _world.ReadObjections.FindAsync(
            Some.AgencyId, Some.Quarter, Some.Person("peg-0001"), default);
        Assert.Equal(decided.Value, found.Value);
    }

    [Fact]
    public async Task A_changed_result_is_ranked_anew_and_supersedes_the_first()
    {
        Rate("peg-0002");
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        await HearAsync("peg-head");
        await HearAsync("peg-0001");
        await _world.DecideObjection.ExecuteAsync(
            Some.Actor, Some.Quarter, Some.Person("peg-0001"), Higher(), default);
        await WorkAsync();

        var places = _world.Rankings.Places.Where(p => p.Key.Revision == 2).Select(p => p.Value).ToList();
        Assert.Equal(Some.Person("peg-0001"), places.Single(p => p.Place == 1).EmployeeId);
        Assert.Contains(_world.Events.InOrder, e => e.Type == EventTypes.RankingSuperseded);
        Assert.False(await Apply.ApplyAsync(Some.AgencyId, Some.Quarter, default));
    }

    /// <summary>Ids are the apps' own: two people's need not differ.</summary>
    [Fact]
    public async Task Bug_two_people_who_call_their_objections_the_same_both_get_their_revision()
    {
        Rate("peg-0002");
        await PublishAsync();
        Assert.Equal(2, (await ObjectAsync("peg-0001", Higher())).AppliedIn);
        await WorkAsync();
        Assert.Equal(3, (await ObjectAsync("peg-0002", Higher())).AppliedIn);
        await WorkAsync();

        var places = _world.Rankings.Places.Where(p => p.Key.Revision == 3).Select(p => p.Value);
        Assert.All(places, p => Assert.Equal((1, Some.Score(109.6m)), (p.Place, p.Score)));
    }

    /// <summary>Else nobody could decide, and the period would never be final.</summary>
    [Fact]
    public async Task Bug_a_superior_who_left_before_deciding_is_followed_by_the_raters_new_one()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        await HearAsync("peg-head");
        await HearAsync("peg-0001");
        var successor = Higher() with { By = Some.Person("peg-0002") };
        Refused.Is(RefusalCodes.NotTheSuperior, await DecideAsync("peg-0001", successor));
        _world.Add(Some.Employee("peg-head", "peg-0002"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        var waiting = await _world.ReadObjections.ListAsync(
            Some.AgencyId, Some.Quarter, successor.By, null, 10, default);
        Assert.Single(waiting.Value.Items);
        Assert.Equal(ObjectionState.Changed, (await DecideAsync("peg-0001", successor)).Value.State);
    }

    [Fact]
    public async Task The_person_does_not_decide_even_once_registered_above_the_rater()
    {
        await PublishAsync();
        await File.ExecuteAsync(Some.Actor, Claim(), default);
        await HearAsync("peg-head");
        await HearAsync("peg-0001");
        _world.Add(Some.Employee("peg-head", "peg-0001"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        Refused.Is(
            RefusalCodes.NotTheSuperior, await DecideAsync("peg-0001", Higher() with { By = Some.Person("peg-0001") }));
    }

    [Fact]
    public async Task Nobody_reads_an_objection_that_is_none() =>
        Refused.Is(
            RefusalCodes.UnknownObjection,
            await _world.ReadObjections.FindAsync(Some.AgencyId, Some.Quarter, Some.Person("peg-0001"), default));

    private static ObjectionCommand Claim(string id = "keberatan-1", string person = "peg-0001") => new(
        ClientId.Parse(id).Value, Some.AgencyId, Some.Quarter, Some.Person(person), "Realisasi Maret belum dihitung.",
        []);

    private async Task<IReadOnlyList<Objection>> WaitingAsync() =>
        (await _world.ReadObjections.ListAsync(Some.AgencyId, Some.Quarter, Superior, null, 10, default)).Value.Items;

    private Task<Result<Objection>> HearAsync(string by, string person = "peg-0001") =>
        _world.HearObjection.ExecuteAsync(
        Some.Actor, Some.Quarter, Some.Person(person), new Statement(Some.Person(by), "Begini."), default);

    private Task<Result<Objection>> DecideAsync(string person, Ruling ruling) =>
        _world.DecideObjection.ExecuteAsync(Some.Actor, Some.Quarter, Some.Person(person), ruling, default);

    private async Task<Objection> ObjectAsync(string person, Ruling ruling)
    {
        await File.ExecuteAsync(Some.Actor, Claim(person: person), default);
        await HearAsync("peg-head", person);
        await HearAsync(person, person);
        return (await DecideAsync(person, ruling)).Value;
    }

    private void Rate(string person)
    {
        var rating = Some.Rating(person: person);
        _world.Ratings.Rows[(Some.AgencyId, rating.Period, rating.EmployeeId)] = new(rating, "1");
    }

    private static Ruling Higher() => new(
        Superior, new(ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(118), Some.Score(90)), "Diterima.");

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await WorkAsync();
    }

    private async Task WorkAsync()
    {
        while (_world.Queue.Waiting.TryDequeue(out var step))
        {
            await _world.Advance.ExecuteAsync(step, default);
        }
    }
}
