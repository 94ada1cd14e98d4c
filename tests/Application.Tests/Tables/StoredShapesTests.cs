using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kinerja.Application.Feedback;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tests.Tables.Pinned;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Tests.Tables;

/// <summary>
/// JSON in columns: whatever is written is read again, what has a default may be missing, and no record is the API's.
/// </summary>
public sealed class StoredShapesTests
{
    [Fact]
    public void A_survey_comes_back() => ComesBack<Survey>(s => StoredSurvey.Read(StoredSurvey.Write(s)));

    [Fact]
    public void The_answers_to_a_survey_come_back() =>
        ComesBack<Items<SurveyAnswer>>(a => new(StoredAnswer.Read(StoredAnswer.Write(a.List))));

    [Fact]
    public void A_proposal_comes_back() =>
        ComesBack<Proposal>(p => StoredProposal.Read(p.AgencyId, StoredProposal.Write(p)));

    [Fact]
    public void A_plans_content_comes_back() =>
        ComesBack<PlanContent>(c => StoredPlanContent.Read(StoredPlanContent.Write(c)));

    [Fact]
    public void Realised_results_come_back() =>
        ComesBack<Items<RealisedResult>>(r => new(StoredRealisedResult.Read(StoredRealisedResult.Write(r.List))));

    [Fact]
    public void Links_to_evidence_come_back() =>
        ComesBack<Items<EvidenceLink>>(links => new(StoredEvidenceLink.Read(StoredEvidenceLink.Write(links.List))));

    [Fact]
    public void Agreed_actions_come_back() =>
        ComesBack<Items<AgreedAction>>(a => new(StoredAction.Read(StoredAction.Write(a.List))));

    [Fact]
    public void A_corrections_trail_comes_back() =>
        ComesBack<Items<CorrectionStep>>(t => new(StoredCorrectionStep.Read(StoredCorrectionStep.Write(t.List))));

    [Fact]
    public void An_objection_comes_back() =>
        ComesBack<Domain.Objections.Objection>(o => ObjectionRows.Read(ObjectionRows.Write(o)));

    [Fact]
    public void A_receipt_comes_back() => ComesBack<Domain.Objections.ResultReceipt>(
        r => ReceiptRows.Read(ReceiptRows.Write(Some.AgencyId, Some.Quarter, Some.Person(), r)));

    /// <summary>Person and signal of each thing seen are the review's.</summary>
    [Fact]
    public void A_reviews_lists_come_back() => Holds<Review>(any =>
    {
        var seen = any.Evidence.Select(e => e with { EmployeeId = any.EmployeeId, Signal = any.Signal });
        var review = any with { Evidence = [.. seen] };
        var (evidence, trail) = StoredReviewLists.Read(
            StoredReviewLists.Write(review), review.EmployeeId, review.Signal);
        Assert.Equal(Leaves.Of(review), Leaves.Of(review with { Evidence = evidence, Trail = trail }));
    });

    [Theory]
    [InlineData("StoredSurvey",
        """{"id":"fwa","title":"T","opensOn":"2026-01-01","firstLastDay":"2026-01-02","questions":[]}""")]
    [InlineData("StoredQuestion", """{"id":"q","kind":"text","words":"Q"}""")]
    [InlineData("StoredAnswer", """{"question":"q"}""")]
    [InlineData("StoredCell", """{"counts":[1]}""")]
    [InlineData("StoredCounted", """{"closing":0,"at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("StoredProposal", """
        {"id":"2026-sanction-peg-0001","kind":"sanction","employeeId":"peg-0001","period":"2026","policy":"p",
        "raisedAt":"2026-01-01T00:00:00Z"}
        """)]
    [InlineData("StoredProposalDecision",
        """{"decidedById":"peg-0001","accepted":false,"reason":"R","at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("StoredPlanContent", "{}")]
    [InlineData("StoredPlanAnnex", "{}")]
    [InlineData("StoredPlannedResult", """{"id":"r","kind":"main","words":"W"}""")]
    [InlineData("StoredIndicator", """{"id":"i","words":"W"}""")]
    [InlineData("StoredTarget", """{"value":1,"unit":"U","direction":"moreIsBetter","counting":"latest"}""")]
    [InlineData("StoredRealisedResult", """{"resultId":"r"}""")]
    [InlineData("StoredEvidenceLink", "{}")]
    [InlineData("StoredAction", """{"id":"aksi-0001","words":"W","byId":"peg-0001","dueOn":"2026-01-01"}""")]
    [InlineData("StoredReviewLists", """{"evidence":[]}""")]
    [InlineData("StoredEvidence", """{"date":"2026-01-01"}""")]
    [InlineData("StoredFigures", "{}")]
    [InlineData("StoredActor", """{"agency":"menpanrb","client":"aplikasi-uji","proof":"appWord"}""")]
    [InlineData("StoredCorrectionStep", """{"state":"requested","byId":"peg-0001","at":"2026-01-01T00:00:00Z"}""")]
    public void What_has_a_default_may_be_missing_and_the_rest_may_not(string shape, string least)
    {
        var type = StoredTypes.Single(t => t.Name == shape);
        Assert.NotNull(JsonSerializer.Deserialize(least, type, StoredJson.Default));

        using var members = JsonDocument.Parse(least);
        Assert.All(members.RootElement.EnumerateObject(), left =>
        {
            var rest = members.RootElement.EnumerateObject()
                .Where(m => m.Name != left.Name).ToDictionary(m => m.Name, m => m.Value);
            var fault = Assert.Throws<JsonException>(
                () => JsonSerializer.Deserialize(JsonSerializer.Serialize(rest), type, StoredJson.Default));
            Assert.Contains($"'{left.Name}'", fault.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_least_that_is_stored_reads_as_what_says_nothing_more()
    {
        Assert.Equal(
            Leaves.Of(new PlanContent(null, [], [], new([], [], []))),
            Leaves.Of(StoredPlanContent.Read("{}"u8.ToArray())));
        var action = """[{"id":"aksi-0001","words":"W","byId":"peg-0001","dueOn":"2026-01-01"}]""";
        Assert.Equal(ActionState.Open, StoredAction.Read(Encoding.UTF8.GetBytes(action)).Single().State);
        var survey = """{"id":"fwa","title":"T","opensOn":"2026-01-01","firstLastDay":"2026-01-02","questions":[]}""";
        var read = StoredSurvey.Read(Encoding.UTF8.GetBytes(survey));
        Assert.Equal(
            (SurveyBreakdown.None, 0, 0, 0),
            (read.Breakdown, read.Units.Count, read.Posts.Count, read.Extensions.Count));
    }

    /// <summary>What an operation takes or gives may change; what stands in rows may not.</summary>
    [Fact]
    public void No_record_of_the_API_is_stored() =>
        Assert.All(StoredTypes, type => Assert.StartsWith("Stored", type.Name, StringComparison.Ordinal));

    [Fact]
    public void A_name_of_an_enum_that_is_not_known_is_named_with_its_enum()
    {
        var later = """[{"id":"aksi-0001","words":"W","byId":"peg-0001","dueOn":"2026-01-01","state":"postponed"}]""";
        var fault = Assert.Throws<InvalidDataException>(() => StoredAction.Read(Encoding.UTF8.GetBytes(later)));
        Assert.Equal("A row has 'postponed' as its ActionState, which this version does not know.", fault.Message);
    }

    /// <summary>Every record that the context serializes, whether it is named there or stands within another.</summary>
    private static IEnumerable<Type> StoredTypes => typeof(StoredJsonTypes).GetProperties()
        .Where(p => p.PropertyType.IsGenericType).Select(p => p.PropertyType.GetGenericArguments()[0])
        .Where(t => t.Namespace!.StartsWith("Kinerja", StringComparison.Ordinal) && !t.IsArray);

    private static void ComesBack<T>(Func<T, T> thereAndBack)
        where T : notnull => Holds<T>(value => Assert.Equal(Leaves.Of(value), Leaves.Of(thereAndBack(value))));

    private static void Holds<T>(Action<T> rule)
        where T : notnull => Prop.ForAll(AnyRecord.Of<T>(), rule).Check(Config.QuickThrowOnFailure);

    private sealed record Items<T>(IReadOnlyList<T> List);
}
