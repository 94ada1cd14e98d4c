using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;
using NodaTime;

namespace Kinerja.Application.Exchange;

/// <summary>An account as it was said; secrets where they were given.</summary>
public sealed record SiasnAccountCommand(
    string? Url, string? TokenUrl, string ClientId, string? ClientSecret, string? SignOn, bool Enabled,
    SiasnMapping Mapping)
{
    public override string ToString() => "a SIASN account (credentials hidden)";
}

public sealed record LevelCodesRequest(int? Above, int? Meets, int? Below);

public sealed record PredicateCodesRequest(
    int? VeryGood, int? Good, int? NeedsImprovement, int? Poor, int? VeryPoor);

public sealed record PeriodCodesRequest(string? Month, string? Quarter);

public sealed record PostCoefficientRequest(string? PostId, string? CoefficientId);

public sealed record SiasnCodesRequest(
    LevelCodesRequest? Result, LevelCodesRequest? Behaviour, PredicateCodesRequest? Predicate,
    PeriodCodesRequest? Period)
{
    private const int MostCode = 99;

    /// <summary>What is left out is as SIASN's public clients have it.</summary>
    internal Result<SiasnMapping> Read(string prefix)
    {
        var standing = SiasnMapping.Default;
        var (fields, numbers) = (new FieldReader(prefix), new List<(string Set, int Code)>());
        int Code(string set, string name, int? value, int otherwise)
        {
            var code = fields.Whole($"{set}/{name}", value ?? otherwise, 1, MostCode) ?? 0;
            numbers.Add((set, code));
            return code;
        }

        LevelCodes Levels(string set, LevelCodesRequest? asked, LevelCodes otherwise) => new(
            Code(set, "above", asked?.Above, otherwise.Above), Code(set, "meets", asked?.Meets, otherwise.Meets),
            Code(set, "below", asked?.Below, otherwise.Below));

        var (result, behaviour) = (
            Levels("result", Result, standing.Result), Levels("behaviour", Behaviour, standing.Behaviour));
        var predicate = new PredicateCodes(
            Code("predicate", "veryGood", Predicate?.VeryGood, standing.Predicate.VeryGood),
            Code("predicate", "good", Predicate?.Good, standing.Predicate.Good),
            Code("predicate", "needsImprovement", Predicate?.NeedsImprovement, standing.Predicate.NeedsImprovement),
            Code("predicate", "poor", Predicate?.Poor, standing.Predicate.Poor),
            Code("predicate", "veryPoor", Predicate?.VeryPoor, standing.Predicate.VeryPoor));
        var month = SiasnAccountRequest.Token(fields, "period/month", Period?.Month ?? standing.Period.Month);
        var quarter = SiasnAccountRequest.Token(fields, "period/quarter", Period?.Quarter ?? standing.Period.Quarter);
        foreach (var set in numbers.Where(one => one.Code > 0).GroupBy(one => one.Set)
            .Where(set => set.Distinct().Count() < set.Count()))
        {
            fields.Add(set.Key, "Each has a number of its own.");
        }

        return fields.Finish(() => standing with
        {
            Result = result,
            Behaviour = behaviour,
            Predicate = predicate,
            Period = new(month!, quarter!),
        });
    }
}

public sealed record SiasnAccountRequest(
    string? Url, string? TokenUrl, string? ClientId, string? ClientSecret, string? SignOn, bool? Enabled,
    bool? Months, string? CoefficientId, IReadOnlyList<PostCoefficientRequest?>? Coefficients,
    SiasnCodesRequest? Codes)
{
    private const int MostCoefficients = 500;
    private const int MostClientLetters = 200;
    private const int MostSecretLetters = 500;

    /// <summary>A signed token (JWT) with an official's roles.</summary>
    private const int MostSignOnLetters = 8000;

    public Result<SiasnAccountCommand> Read()
    {
        var fields = new FieldReader();
        var client = Token(fields, "clientId", ClientId, MostClientLetters);
        if (ClientSecret is not null)
        {
            Token(fields, "clientSecret", ClientSecret, MostSecretLetters);
        }

        if (SignOn is not null)
        {
            Token(fields, "signOn", SignOn, MostSignOnLetters);
        }

        var all = CoefficientId is null ? null : Token(fields, "coefficientId", CoefficientId);
        var posts = fields.Each("coefficients", Coefficients, MostCoefficients, ReadCoefficient);
        foreach (var (post, at) in posts.Select((post, i) => (post.PostId, i))
            .Where(one => posts.FindIndex(other => other.PostId == one.PostId) < one.i))
        {
            fields.Add($"coefficients/{at}/postId", $"{post} stands here twice.");
        }

        var codes = fields.Part((Codes ?? new(null, null, null, null)).Read("/codes"));
        return fields.Finish(() => new SiasnAccountCommand(
            Url, TokenUrl, client!, ClientSecret, SignOn, Enabled ?? false, codes! with
            {
                Months = Months ?? false,
                CoefficientId = all,
                Coefficients = [.. posts.Select(post => new PostCoefficient(post.PostId, post.CoefficientId))],
            }));
    }

    public override string ToString() => "a SIASN account (credentials hidden)";

    /// <summary>Visible characters of ASCII.</summary>
    internal static string? Token(FieldReader fields, string field, string? text, int most = 64)
    {
        if (text is { Length: > 0 } && text.Length <= most && text.All(c => c is > ' ' and <= '~'))
        {
            return text;
        }

        fields.Add(field, $"1 to {most} visible characters of ASCII are expected.");
        return null;
    }

    private static Result<CoefficientOfPost> ReadCoefficient(PostCoefficientRequest asked, string prefix)
    {
        var fields = new FieldReader(prefix);
        var post = fields.Take("postId", p => Domain.PostId.Parse(asked.PostId, p));
        var coefficient = Token(fields, "coefficientId", asked.CoefficientId);
        return fields.Finish(() => new CoefficientOfPost(post!.Value, coefficient!));
    }

    private sealed record CoefficientOfPost(PostId PostId, string CoefficientId);
}

/// <summary>An account without its secrets, which are never answered.</summary>
public readonly struct SiasnAccountResponse(SiasnAccount account)
{
    public int Version => account.Version;
    public string Url => account.Url.AbsoluteUri;
    public string TokenUrl => account.TokenUrl.AbsoluteUri;
    public string ClientId => account.Credentials.ClientId;
    public bool Enabled => account.Enabled;
    public bool Months => account.Mapping.Months;
    public string? CoefficientId => account.Mapping.CoefficientId;
    public IReadOnlyList<PostCoefficient> Coefficients => account.Mapping.Coefficients;
    public SiasnCodesResponse Codes => new(account.Mapping);
    public Instant SetAt => account.SetAt;
    public SiasnProblem? Problem => account.Problem;

    public static SiasnAccountResponse Of(SiasnAccount account) => new(account);
}

public readonly struct SiasnCodesResponse(SiasnMapping mapping)
{
    public LevelCodes Result => mapping.Result;
    public LevelCodes Behaviour => mapping.Behaviour;
    public PredicateCodes Predicate => mapping.Predicate;
    public PeriodCodes Period => mapping.Period;
}

public readonly struct SiasnSendingResponse(SiasnSending sending)
{
    public AppraisalPeriod Period => sending.Period;
    public int? Revision => sending.Revision;
    public bool Done => sending.Done;
    public SiasnCounts Counts => sending.Counts;
    public IReadOnlyList<SiasnEntryResponse> Open =>
        [.. sending.Open.Items.Select(entry => new SiasnEntryResponse(entry))];

    public static SiasnSendingResponse Of(SiasnSending sending) => new(sending);
}

public readonly struct SiasnEntryResponse(SiasnEntry entry)
{
    public EmployeeId EmployeeId => entry.EmployeeId;
    public int Revision => entry.Revision;
    public SiasnState State => entry.State;
    public SiasnCause? Cause => entry.Cause;
    public string? Detail => entry.Detail;
    public Instant At => entry.At;
}
