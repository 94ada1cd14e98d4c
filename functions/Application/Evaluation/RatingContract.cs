using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime;

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
    public Result<Rating> Read(AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var rater = fields.Take("raterId", p => EmployeeId.Parse(RaterId, p));
        var result = fields.Enum<ExpectationLevel>("result", Result);
        var behaviour = fields.Enum<ExpectationLevel>("behaviour", Behaviour);
        var skp = fields.Score("skpScore", SkpScore);
        var score = fields.Score("behaviourScore", BehaviourScore);
        var reason = fields.OptionalText("reason", Reason, 2000);
        var idea = NewIdea is null ? null : fields.Part(NewIdea.Read("/newIdea"));
        return fields.Finish(() => new Rating(
            period, employee, rater!.Value, result!.Value, behaviour!.Value, skp!.Value, score!.Value, reason, default,
            Version: 0)
        {
            NewIdea = idea,
        });
    }
}

public readonly struct RatingResponse(Rating rating)
{
    public EmployeeId EmployeeId => rating.EmployeeId;
    public AppraisalPeriod Period => rating.Period;
    public EmployeeId RaterId => rating.RaterId;
    public ExpectationLevel Result => rating.Result;
    public ExpectationLevel Behaviour => rating.Behaviour;
    public Score SkpScore => rating.Skp;
    public Score BehaviourScore => rating.BehaviourScore;
    public string? Reason => rating.Reason;
    public Instant RatedAt => rating.RatedAt;
    public int Version => rating.Version;
    public NewIdea? NewIdea => rating.NewIdea;
    public RatingVoidResponse? Voided => rating.Voided is { } voided ? new RatingVoidResponse(voided) : null;
    public bool? Late => rating.Late ? true : null;
    public ClientId? ObjectionId => rating.ObjectionId;

    public static RatingResponse Of(Rating rating) => new(rating);
}

/// <summary>Without a rating there is none, or it is void.</summary>
public sealed record RatedPersonResponse(EmployeeId EmployeeId, UnitId UnitId, RatingResponse? Rating);

public readonly struct RatedListResponse(EmployeeId rater, AppraisalPeriod period, IReadOnlyList<RatedPerson> people)
{
    public EmployeeId RaterId => rater;
    public AppraisalPeriod Period => period;
    public IReadOnlyList<RatedPersonResponse> People => [.. people.Select(one => new RatedPersonResponse(
        one.Person.Id, one.Person.UnitId, one.Rating is { } rating ? RatingResponse.Of(rating) : null))];

    public static RatedListResponse Of(EmployeeId rater, AppraisalPeriod period, IReadOnlyList<RatedPerson> people) =>
        new(rater, period, people);
}

/// <summary>A new idea (PP 30/2019 art. 41): what it is, and a link to its evidence, or its hash.</summary>
public sealed record NewIdeaRequest(string? Words, string? EvidenceLink)
{

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

public readonly struct UnitPerformanceResponse(UnitPerformance performance)
{
    public UnitId UnitId => performance.UnitId;
    public AppraisalPeriod Period => performance.Period;
    public OrganisationLevel Level => performance.Level;
    public EmployeeId SetById => performance.SetById;
    public Instant SetAt => performance.SetAt;

    public static UnitPerformanceResponse Of(UnitPerformance performance) => new(performance);
}
