using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Tests.Exchange;

/// <summary>Final results reach SIASN once each, whatever the line and the queue do.</summary>
public sealed class SendResultsTests
{
    private static readonly AppraisalPeriod Quarter = Some.Quarter;

    [Fact]
    public async Task A_final_quarter_is_sent_person_by_person_and_a_step_that_comes_twice_sends_nothing_twice()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        var run = await world.FinalAsync(Quarter, of: i => i == 1 ? SiasnWorld.Poor : SiasnWorld.Good);
        Assert.True(await world.DrainAsync());

        Assert.Equal(["2-1-2 2026:1-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(0)));
        Assert.Equal(["2-3-4 2026:1-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(1)));
        Assert.Equal(new(3, 3, 0, 0, 0), await world.CountsAsync(Quarter));
        var record = Assert.Single(world.Records.All);
        Assert.Equal((Some.Actor, 4, 4), (record.Actor, record.Asked.Count, record.Given));

        var calls = world.Siasn.Calls.Count;
        await world.Plan.HearAsync(run, default);
        Assert.True(await world.DrainAsync());
        Assert.Equal((calls, 1), (world.Siasn.Calls.Count, world.Records.All.Count));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_agency_turns_it_on_and_then_by_its_word_only()
    {
        var world = new SiasnWorld();
        await world.FinalAsync(Quarter);
        await world.PutAsync(SiasnWorld.Account with { Enabled = false });
        await world.FinalAsync(new Quarter(2025, 4));
        Assert.Empty(world.Kept.Queued);
        Refused.Is(RefusalCodes.SiasnOff, await world.Plan.SendAsync(Some.Actor, Quarter, default));

        await world.PutAsync();
        Assert.Empty(world.Kept.Queued);
        Assert.True((await world.Plan.SendAsync(Some.Actor, Quarter, default)).TryGet(out _, out _));
        await world.DrainAsync();
        Assert.Equal(3, world.Siasn.Saves);
    }

    [Fact]
    public async Task A_year_goes_to_its_own_list_and_a_month_only_where_the_agency_says_so()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        await world.FinalAsync(AppraisalPeriod.OfYear(2026));
        await world.FinalAsync(AppraisalPeriod.Parse("2026-03").Value);
        await world.DrainAsync();
        Assert.Equal(["2-1-2 2026"], world.Siasn.RecordsOf(SiasnWorld.NipOf(0)));

        await world.PutAsync(
            SiasnWorld.Account with { Mapping = SiasnWorld.Account.Mapping with { Months = true } });
        await world.Plan.SendAsync(Some.Actor, AppraisalPeriod.Parse("2026-03").Value, default);
        await world.DrainAsync();
        Assert.Equal(["2-1-2 2026", "2-1-2 2026:3-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(0)));
    }

    [Theory]
    [InlineData(nameof(SiasnCallFault.TakenAnd500))]
    [InlineData(nameof(SiasnCallFault.TakenAndLost))]
    public async Task What_was_taken_whatever_the_answer_is_found_by_reading_back_and_not_sent_again(string fault)
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        await world.FinalAsync(Quarter);
        world.Server.SaveFaults.Enqueue(Enum.Parse<SiasnCallFault>(fault));
        Assert.True(await world.DrainAsync());
        Assert.Equal((3, new SiasnCounts(3, 3, 0, 0, 0)), (world.Siasn.Saves, await world.CountsAsync(Quarter)));
        Assert.Single(world.Siasn.RecordsOf(SiasnWorld.NipOf(0)));
    }

    [Fact]
    public async Task What_SIASN_took_and_does_not_show_is_a_persons_to_look_at_and_never_repeated()
    {
        var world = new SiasnWorld(1);
        await world.PutAsync();
        await world.FinalAsync(Quarter, 1);
        world.Server.ShowsNothing = true;
        Assert.True(await world.DrainAsync());
        var entry = Assert.Single(world.Kept.Entries.Values);
        Assert.Equal((SiasnState.Refused, SiasnCause.NotShown), (entry.State, entry.Cause));

        world.Server.ShowsNothing = false;
        await world.Plan.SendAsync(Some.Actor, Quarter, default);
        await world.DrainAsync();
        Assert.Equal(SiasnState.Sent, world.Kept.Entries.Values.Single().State);
    }

    [Fact]
    public async Task Two_messages_at_one_shard_send_everybody_once()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        var run = await world.FinalAsync(Quarter);
        await world.Plan.HearAsync(run, default);
        var other = world.Kept.Queued.Dequeue();
        world.Server.Meanwhile = _ => world.Send.ExecuteAsync(other, "m-other", default);
        Assert.True(await world.DrainAsync());
        Assert.Equal(3, world.Siasn.Saves);

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await world.FinalAsync(Quarter, revision: 2, of: _ => SiasnWorld.Poor);
            world.Server.Meanwhile = _ => world.Send.ExecuteAsync(
                other with { Revision = 2, Anew = true }, "m-other", default);
            await world.Send.ExecuteAsync(other with { Revision = 2 }, "m-9", default);
        });
    }

    [Fact]
    public async Task A_revision_sends_only_whose_result_it_changed_and_over_the_same_record()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        await world.FinalAsync(Quarter);
        await world.DrainAsync();
        await world.FinalAsync(Quarter, revision: 2, of: i => i == 2 ? SiasnWorld.Poor : SiasnWorld.Good);
        Assert.True(await world.DrainAsync());
        Assert.Equal(4, world.Siasn.Saves);
        Assert.Equal(["2-3-4 2026:1-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(2)));
        Assert.Equal(new(3, 3, 0, 0, 0), await world.CountsAsync(Quarter));
    }

    [Fact]
    public async Task A_step_of_a_result_that_was_opened_again_sends_nothing()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        var run = await world.FinalAsync(Quarter);
        var found = (await world.World.Runs.FindAsync(run.AgencyId, Quarter, default))!;
        await world.World.Runs.ReplaceAsync(found.Value with { FinalSince = null }, found.Tag, default);
        await world.DrainAsync();
        Assert.Empty(world.Siasn.Calls);
        Refused.Is(RefusalCodes.ResultNotFinal, await world.Plan.SendAsync(Some.Actor, Quarter, default));
    }

    [Fact]
    public async Task Who_cannot_be_sent_is_refused_by_name_of_the_cause_and_the_others_are_sent()
    {
        var world = new SiasnWorld(5);
        world.World.Identities.ByPerson.Remove((Some.AgencyId, SiasnWorld.PersonOf(0)));
        world.World.Identities.ByPerson[(Some.AgencyId, SiasnWorld.PersonOf(1))] =
            Domain.Workforce.Nip.Parse("197712312005011009").Value;
        world.Siasn.Confused[SiasnWorld.NipOf(2)] = SiasnWorld.NipOf(3);
        await world.PutAsync();
        await world.FinalAsync(Quarter, 5);
        Assert.True(await world.DrainAsync());

        Assert.Equal(
            [
                (SiasnState.Refused, SiasnCause.NoNip), (SiasnState.Refused, SiasnCause.UnknownPerson),
                (SiasnState.Refused, SiasnCause.WrongPerson), (SiasnState.Sent, null), (SiasnState.Sent, null),
            ],
            Enumerable.Range(0, 5).Select(i => world.Kept.Entries[(Some.AgencyId, Quarter, SiasnWorld.PersonOf(i))])
                .Select(entry => (entry.State, entry.Cause)));
        Assert.Equal(["2-1-2 2026:1-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(3)));
        var sending = (await world.Read.ExecuteAsync(Some.AgencyId, Quarter, null, 2, default)).Value;
        Assert.Equal((true, 2), (sending.Done, sending.Open.Items.Count));
        Assert.Single((await world.Read.ExecuteAsync(Some.AgencyId, Quarter, sending.Open.Next, 2, default)).Value
            .Open.Items);
    }

    [Fact]
    public async Task Without_a_raters_NIP_or_a_coefficient_nothing_is_asked_of_SIASN()
    {
        var world = new SiasnWorld();
        world.World.Identities.ByPerson.Remove((Some.AgencyId, Some.Person("peg-head")));
        await world.PutAsync();
        await world.FinalAsync(Quarter);
        await world.DrainAsync();
        Assert.All(world.Kept.Entries.Values, entry => Assert.Equal(SiasnCause.NoRaterNip, entry.Cause));

        var other = new SiasnWorld();
        await other.PutAsync(SiasnWorld.Account with { Mapping = SiasnMapping.Default });
        await other.FinalAsync(Quarter);
        await other.FinalAsync(AppraisalPeriod.OfYear(2026), hear: false);
        await other.DrainAsync();
        Assert.All(other.Kept.Entries.Values, entry => Assert.Equal(SiasnCause.NoCoefficient, entry.Cause));
        Assert.Empty(world.Siasn.Calls.Concat(other.Siasn.Calls));
        await other.Plan.SendAsync(Some.Actor, AppraisalPeriod.OfYear(2026), default);
        await other.DrainAsync();
        Assert.Equal(3, other.Siasn.Saves);
    }

    [Fact]
    public async Task A_sign_on_that_ran_out_is_told_and_a_new_one_goes_on_where_it_stopped()
    {
        var world = new SiasnWorld();
        await world.PutAsync();
        await world.FinalAsync(Quarter);
        foreach (var fault in new[] { SiasnCallFault.None, SiasnCallFault.None, SiasnCallFault.None,
            SiasnCallFault.None, SiasnCallFault.None, SiasnCallFault.SignOn })
        {
            world.Server.Faults.Enqueue(fault);
        }

        Assert.True(await world.DrainAsync());
        var account = world.Kept.Accounts[Some.AgencyId].Value;
        Assert.Equal((SiasnFault.SignOnRefused, 1), (account.Problem?.Fault, world.Siasn.Saves));
        Assert.Equal(2, (await world.CountsAsync(Quarter)).Waiting);

        await world.PutAsync(SiasnWorld.Account with { ClientSecret = null, SignOn = "sso-2" });
        Assert.True(await world.DrainAsync());
        account = world.Kept.Accounts[Some.AgencyId].Value;
        Assert.Equal((null, 3, "rahasia"), (account.Problem, world.Siasn.Saves, account.Credentials.ClientSecret));
        Assert.Equal(new(3, 3, 0, 0, 0), await world.CountsAsync(Quarter));
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_alone_after_three_and_the_queue_brings_all_of_them_again()
    {
        var world = new SiasnWorld(9);
        await world.PutAsync();
        await world.FinalAsync(Quarter, 9);
        for (var i = 0; i < 3; i++)
        {
            world.Server.Faults.Enqueue(SiasnCallFault.NoAnswer);
        }

        Assert.False(await world.DrainAsync(tries: 1));
        Assert.Equal(new(9, 0, 0, 0, 3), await world.CountsAsync(Quarter));
        Assert.Empty(world.Siasn.Calls);
        await world.PutAsync();
        Assert.True(await world.DrainAsync());
        Assert.Equal(new(9, 9, 0, 0, 0), await world.CountsAsync(Quarter));
    }

    /// <summary>Any faults on the way, at any calls: in the end everybody has one record, the right one.</summary>
    [Fact]
    public void Whatever_fails_on_the_way_everybody_has_one_right_record_in_the_end() => Always.HoldsFor(
        random =>
        {
            var world = new SiasnWorld(4);
            world.PutAsync().GetAwaiter().GetResult();
            world.FinalAsync(Quarter, 4).GetAwaiter().GetResult();
            for (var i = random.Next(25); i > 0; i--)
            {
                world.Server.Faults.Enqueue(
                    random.Next(2) == 0 ? SiasnCallFault.None : (SiasnCallFault)random.Next(6));
            }

            Assert.True(world.DrainAsync(100).GetAwaiter().GetResult());
            Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(
                ["2-1-2 2026:1-3"], world.Siasn.RecordsOf(SiasnWorld.NipOf(i))));
            var counts = world.CountsAsync(Quarter).GetAwaiter().GetResult();
            Assert.Equal((4, 0), (counts.Sent + counts.AlreadyThere, counts.Refused + counts.Failed));
        });
}
