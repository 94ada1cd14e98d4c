using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime.Text;

namespace Kinerja.Application.Evaluation;

/// <summary>Scores run from 0 to 120 with at most two decimals.</summary>
public sealed record RatingRequest(
    string? RaterId,
    string? Result,
    string? Behaviour,
    decimal? SkpScore,
    decimal? BehaviourScore,
    string? Reason,
    NewIdeaRequest? NewIdea)
{
    public Result<RatingCommand> Read(AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var rater = fields.Take("raterId", p => EmployeeId.Parse(RaterId, p));
        var result = fields.Enum<ExpectationLevel>("result", Result);
        var behaviour = fields.Enum<ExpectationLevel>("behaviour", Behaviour);
        var skp = fields.Score("skpScore", SkpScore);
        var score = fields.Score("behaviourScore", BehaviourScore);
        var reason = fields.OptionalText("reason", Reason, 2000);
        var idea = NewIdea is null ? null : fields.Part(NewIdea.Read("/newIdea"));
        return fields.Finish(() => new RatingCommand(
            period, employee, rater!.Value, result!.Value, behaviour!.Value, skp!.Value, score!.Value, reason)
        {
            NewIdea = idea,
        });
    }
}

public sealed record RatingResponse(
    string EmployeeId,
    string Period,
    string RaterId,
    string Result,
    string Behaviour,
    decimal SkpScore,
    decimal BehaviourScore,
    string? Reason,
    string RatedAt,
    int Version,
    NewIdeaRequest? NewIdea,
    RatingVoidResponse? Voided,
    bool? Late,
    string? ObjectionId)
{
    public static RatingResponse Of(Rating rating) => new(
        rating.EmployeeId.ToString(),
        rating.Period.ToString(),
        rating.RaterId.ToString(),
        JsonFormat.Name(rating.Result),
        JsonFormat.Name(rating.Behaviour),
        rating.Skp.Hundredths / 100m,
        rating.BehaviourScore.Hundredths / 100m,
        rating.Reason,
        InstantPattern.ExtendedIso.Format(rating.RatedAt),
        rating.Version,
        NewIdeaRequest.Of(rating.NewIdea),
        rating.Voided is { } voided ? RatingVoidResponse.Of(voided) : null,
        rating.Late ? true : null,
        rating.ObjectionId?.ToString());
}

/// <summary>Without a rating there is none, or it is void.</summary>
public sealed record RatedPersonResponse(string EmployeeId, string UnitId, RatingResponse? Rating);

public sealed record RatedListResponse(string RaterId, string Period, IReadOnlyList<RatedPersonResponse> People)
{
    public static RatedListResponse Of(EmployeeId rater, AppraisalPeriod period, IReadOnlyList<RatedPerson> people) =>
        new(
            rater.ToString(),
            period.ToString(),
            [.. people.Select(one => new RatedPersonResponse(
                one.Person.Id.ToString(),
                one.Person.UnitId.ToString(),
                one.Rating is { } rating ? RatingResponse.Of(rating) : null))]);
}

/// <summary>A new idea (PP 30/2019 art. 41): what it is, and a link to its evidence, or its hash.</summary>
public sealed record NewIdeaRequest(string? Words, string? EvidenceLink)
{
    internal static NewIdeaRequest? Of(NewIdea? idea) => idea is null ? null : new(idea.Words, idea.EvidenceLink);

    internal Result<NewIdea> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var words = fields.Text("words", Words, 2000);
        var link = fields.Text("evidenceLink", EvidenceLink, 500);
        return fields.Finish(() => new NewIdea(words!, link!));
    }
}

public sealed record UnitPerformanceRequest(string? Level, string? SetById)
{
    public Result<(OrganisationLevel Level, EmployeeId SetBy)> Read()
    {
        var fields = new FieldReader();
        var level = fields.Enum<OrganisationLevel>("level", Level);
        var setBy = fields.Take("setById", p => EmployeeId.Parse(SetById, p));
        return fields.Finish(() => (level!.Value, setBy!.Value));
    }
}

public sealed record UnitPerformanceResponse(string UnitId, string Period, string Level, string SetById, string SetAt)
{
    public static UnitPerformanceResponse Of(UnitPerformance performance) => new(
        performance.UnitId.ToString(),
        performance.Period.ToString(),
        JsonFormat.Name(performance.Level),
        performance.SetById.ToString(),
        InstantPattern.ExtendedIso.Format(performance.SetAt));
}
