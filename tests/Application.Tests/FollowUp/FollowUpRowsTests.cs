using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>
/// What follows a result comes back equal from its row, and its row keeps within the service's limits.
/// </summary>
public sealed class FollowUpRowsTests
{
    [Fact]
    public void A_grant_list_comes_back() =>
        Always.HoldsFor(random => Same(new Any(random).GrantList(), GrantRows.Write, GrantRows.ReadList));

    [Fact]
    public void A_line_of_a_grant_list_comes_back() => Always.HoldsFor(random =>
    {
        var line = new Any(random).GrantLine();
        Assert.True(line.IsSameAs(GrantRows.ReadLine(Columns.WithinLimits(GrantRows.Write("p", line)))));
    });

    [Fact]
    public void A_proposal_comes_back_with_all_that_people_added() => Always.HoldsFor(random =>
    {
        var proposal = new Any(random).Proposal();
        var read = ProposalRows.Read(Columns.WithinLimits(ProposalRows.Write(proposal)));
        Assert.Equal(proposal.Outcomes, read.Outcomes);
        Assert.All(
            proposal.Considerations.Zip(read.Considerations), pair => Assert.True(pair.First.IsSameAs(pair.Second)));
        Assert.True(proposal.Basis.IsSameAs(read.Basis));
        Assert.Equal(proposal.Reminders, read.Reminders);
        Assert.Equal(
            proposal, read with
            {
                Basis = proposal.Basis,
                Outcomes = proposal.Outcomes,
                Considerations = proposal.Considerations,
                Reminders = proposal.Reminders
            });
    });

    [Fact]
    public void An_unsent_event_comes_back_byte_for_byte() => Always.HoldsFor(random =>
    {
        var news = new Any(random).News();
        var read = OutboxRows.Read(Columns.WithinLimits(OutboxRows.Write("p", news)));
        Assert.Equal(news.Json.ToArray(), read.Json.ToArray());
        Assert.Equal(news, read with { Json = news.Json });
    });

    /// <summary>A row from before versions were counted is at its first.</summary>
    [Fact]
    public void An_entitlement_of_an_older_row_comes_back()
    {
        var row = EntitlementRows.Write(
            Some.AgencyId, Some.EntitlementCommand().At(Some.Person(), Some.Morning, Some.Actor));
        row.Remove("Version");
        Assert.Equal(1, EntitlementRows.Read(row).Version);
    }

    [Fact]
    public void A_longest_page_of_final_predicates_fits_a_message()
    {
        var people = Enumerable.Range(0, FollowUpEvents.PeoplePerPage)
            .Select(_ => new FinalPredicate(
                Some.Person(new string('x', 40)), null, NotAssessedReason.NoUnitPerformance));
        var page = new FinalPredicatesEvent(
            AgencyId.Parse(new string('a', 32)).Value, Some.Quarter, 999, Finality.Final,
            new string('a', 64), 9_999_999, 9_999_999, 9999, 9999, new string('b', 64), [.. people]);
        Assert.InRange(
            JsonSerializer.SerializeToUtf8Bytes(page, JsonFormat.Default.FinalPredicatesEvent).Length, 1, 200 * 1024);
    }

    private static void Same<T>(T stored, Func<T, TableEntity> write, Func<TableEntity, T> read) =>
        Assert.Equal(stored, read(Columns.WithinLimits(write(stored))));
}
