using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// What the top share earns: days a week elsewhere, a later start, days of leave; and who grants it, by person or post.
/// Nobody named: a person's superiors.
/// </summary>
public sealed record GrantTermsRequest(
    int? DaysPerWeek, string? Start, int? Months, IReadOnlyList<string?>? DeciderIds = null,
    IReadOnlyList<string?>? DeciderPostIds = null, int? DaysOff = null)
{
    private const int MostDeciders = 100;

    /// <summary>Days a week or a start that are left out are not granted; only the length is filled.</summary>
    internal GrantTermsRequest FilledFrom(GrantTermsRequest? shipped) =>
        this with { Months = Months ?? shipped?.Months };

    internal GrantTerms? Read(FieldReader fields)
    {
        var days = DaysPerWeek is null ? null : fields.Whole("grants/daysPerWeek", DaysPerWeek, 1, 7);
        var start = fields.OptionalMinute("grants/start", Start);
        var months = fields.Whole("grants/months", Months, 1, 12);
        var off = DaysOff is null
            ? null : fields.Whole("grants/daysOff", DaysOff, 1, EntitlementRules.MostDaysOff);
        if (DaysPerWeek is null && Start is null && DaysOff is null)
        {
            fields.Add("grants", "Days a week, a start of work, or days of leave are expected.");
        }

        return months is { } span ? new GrantTerms(days, start, span) { DaysOff = off } : null;
    }

    internal GrantDeciders ReadDeciders(FieldReader fields) => new(
        fields.Ids<EmployeeId>("grants/deciderIds", DeciderIds, MostDeciders, EmployeeId.Parse).ToHashSet(),
        fields.Ids<PostId>("grants/deciderPostIds", DeciderPostIds, MostDeciders, PostId.Parse).ToHashSet());
}

/// <summary>From which day on absences count, and whose.</summary>
public sealed record AbsenceTermsRequest(string? From, IReadOnlyList<string?>? Kinds)
{
    /// <summary>Of PNS when nobody is named: PP 94/2021 is about them.</summary>
    internal AbsenceTermsRequest Filled() => this with { Kinds = Kinds ?? [JsonFormat.Name(EmploymentKind.Pns)] };

    internal AbsenceTerms? Read(FieldReader fields)
    {
        var from = fields.Day("proposals/absences/from", From);
        if (Kinds is { Count: 0 or > 2 })
        {
            fields.Add("proposals/absences/kinds", "Each kind once.");
            return null;
        }

        var kinds = (fields.Required("proposals/absences/kinds", Kinds) ?? [])
            .Select((kind, i) => fields.Enum<EmploymentKind>($"proposals/absences/kinds/{i}", kind))
            .OfType<EmploymentKind>()
            .ToHashSet();
        return from is { } first ? new AbsenceTerms(first, kinds) : null;
    }
}

/// <summary>An agency's rule of what low predicates of PPPK raise; nothing of it is filled.</summary>
public sealed record PppkTermsRequest(
    IReadOnlyList<string?>? ImprovementFor, IReadOnlyList<string?>? SanctionFor, int? ImprovementMonths,
    int? TestMonths)
{
    internal PppkTerms Read(FieldReader fields)
    {
        const string At = "proposals/pppk";
        var months = fields.Whole($"{At}/improvementMonths", ImprovementMonths, 1, 24);
        var test = fields.Whole($"{At}/testMonths", TestMonths, 1, 24);
        return new PppkTerms(
            ProposalTermsRequest.Predicates(fields, $"{At}/improvementFor", ImprovementFor),
            ProposalTermsRequest.Predicates(fields, $"{At}/sanctionFor", SanctionFor),
            months ?? 0,
            test ?? 0);
    }
}

public sealed record ProposalTermsRequest(
    IReadOnlyList<string?>? ImprovementFor, IReadOnlyList<string?>? SanctionFor, int? ImprovementMonths,
    IReadOnlyList<string?>? DeciderIds,
    int? TestMonths, AbsenceTermsRequest? Absences, PppkTermsRequest? Pppk = null, int? TeamMembers = null)
{
    private const int MostDeciders = 100;

    /// <summary>
    /// Without terms of absences nobody's absences raise anything, and without terms of PPPK no result of theirs does.
    /// </summary>
    internal ProposalTermsRequest FilledFrom(ProposalTermsRequest? shipped) => new(
        ImprovementFor ?? shipped?.ImprovementFor,
        SanctionFor ?? shipped?.SanctionFor,
        ImprovementMonths ?? shipped?.ImprovementMonths,
        DeciderIds ?? shipped?.DeciderIds,
        TestMonths ?? shipped?.TestMonths,
        Absences?.Filled(),
        Pppk,
        TeamMembers ?? shipped?.TeamMembers);

    internal ProposalTerms Read(FieldReader fields)
    {
        var months = fields.Whole("proposals/improvementMonths", ImprovementMonths, 1, 24);
        var test = fields.Whole("proposals/testMonths", TestMonths, 1, 24);
        var team = TeamMembers is null
            ? ProposalTerms.DefaultTeamMembers
            : fields.Whole("proposals/teamMembers", TeamMembers, 2, 30);
        if (DeciderIds?.Count > MostDeciders)
        {
            fields.Add("proposals/deciderIds", $"At most {MostDeciders} are taken here.");
        }

        var deciders = (fields.Required("proposals/deciderIds", DeciderIds) ?? []).Take(MostDeciders)
            .Select((id, i) => fields.Take($"proposals/deciderIds/{i}", p => EmployeeId.Parse(id, p)))
            .OfType<EmployeeId>();
        return new ProposalTerms(
            Predicates(fields, "proposals/improvementFor", ImprovementFor),
            Predicates(fields, "proposals/sanctionFor", SanctionFor),
            months ?? 0,
            deciders.ToHashSet())
        {
            TestMonths = test ?? 0,
            Absences = Absences?.Read(fields),
            Pppk = Pppk?.Read(fields),
            TeamMembers = team ?? 0,
        };
    }

    internal static HashSet<Predicate> Predicates(FieldReader fields, string field, IReadOnlyList<string?>? names)
    {
        if (names?.Count > Enum.GetValues<Predicate>().Length)
        {
            fields.Add(field, "Each predicate once.");
            return [];
        }

        return (fields.Required(field, names) ?? [])
            .Select((name, i) => fields.Enum<Predicate>($"{field}/{i}", name)).OfType<Predicate>().ToHashSet();
    }
}

/// <summary>Points of a level in a whole year. The source is told by us: an author need not say it.</summary>
public sealed record CoefficientRequest(string? Level, decimal? PerYear, string? Source = null);

public sealed record CreditPolicyDocument(
    PredicateFiguresRequest? Percents, IReadOnlyList<CoefficientRequest?>? Coefficients)
{
    private const int MostCoefficients = 50;

    /// <summary>
    /// Coefficients that are not named keep the shipped figure and its source. One that is named is the agency's,
    /// unless it says of a level just what is shipped, the source included.
    /// </summary>
    internal CreditPolicyDocument FilledFrom(CreditPolicyDocument? shipped)
    {
        var (own, known) = (Coefficients ?? [], shipped?.Coefficients ?? []);
        return new CreditPolicyDocument(
            Percents ?? shipped?.Percents,
            [
                .. own.Select(c => c is null || known.Contains(c) ? c : c with { Source = OwnSource(c.Source) }),
                .. known.Where(k => !own.Any(c => c?.Level == k?.Level)),
            ]);
    }

    /// <summary>A word that is no source is left for the reader to refuse.</summary>
    internal static string OwnSource(string? given) =>
        given is null || EnumNames<FigureSource>.ByName.ContainsKey(given)
            ? JsonFormat.Name(FigureSource.Agency)
            : given;

    internal CreditPolicy Read(FieldReader fields)
    {
        const string Field = "creditPoints/coefficients";
        var coefficients = fields.Each(Field, fields.Required(Field, Coefficients), MostCoefficients, ReadCoefficient);
        if (coefficients.CountBy(c => c.Level).Any(c => c.Value > 1))
        {
            fields.Add(Field, "A level stands twice.");
        }

        var percents = fields.Required("creditPoints/percents", Percents)?.Read(fields, "creditPoints/percents", 500);
        return new CreditPolicy(
            percents ?? new Dictionary<Predicate, decimal>(),
            coefficients
                .DistinctBy(c => c.Level)
                .ToDictionary(c => c.Level, c => new Coefficient(c.PerYear, c.Source)));
    }

    private static Result<Named> ReadCoefficient(CoefficientRequest body, string at)
    {
        var fields = new FieldReader(at);
        var level = fields.Enum<FunctionalLevel>("level", body.Level);
        var year = fields.Figure("perYear", body.PerYear, 1000);
        var source = fields.Enum<FigureSource>("source", body.Source);
        return fields.Finish(() => new Named(level!.Value, year!.Value, source!.Value));
    }

    private sealed record Named(FunctionalLevel Level, decimal PerYear, FigureSource Source);
}

/// <summary>
/// The rules of what follows a result. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record FollowUpRequest(
    GrantTermsRequest? Grants, ProposalTermsRequest? Proposals, CreditPolicyDocument? CreditPoints,
    TalentPolicyDocument? Talent)
{
    internal FollowUpRequest FilledFrom(FollowUpRequest shipped) => new(
        Grants?.FilledFrom(shipped.Grants) ?? shipped.Grants,
        Proposals?.FilledFrom(shipped.Proposals) ?? shipped.Proposals,
        CreditPoints?.FilledFrom(shipped.CreditPoints) ?? shipped.CreditPoints,
        Talent?.FilledFrom(shipped.Talent) ?? shipped.Talent);

    public Result<FollowUpPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var grants = fields.Required("grants", Grants)?.Read(fields);
        var deciders = Grants?.ReadDeciders(fields);
        var proposals = fields.Required("proposals", Proposals)?.Read(fields);
        var credits = fields.Required("creditPoints", CreditPoints)?.Read(fields);
        var talent = fields.Required("talent", Talent)?.Read(fields);
        return fields.Finish(() => new FollowUpPolicy(version, grants!, proposals!, credits!, talent!)
        {
            GrantDeciders = deciders!,
        });
    }
}
