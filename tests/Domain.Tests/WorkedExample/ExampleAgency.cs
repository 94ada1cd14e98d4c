using System.Globalization;
using System.Text.Json;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Workforce;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.WorkedExample;

/// <summary>
/// <c>dinas-contoh.json</c>: forty people, four quarters and a year, with what must come out. A rating is one line:
/// result, behaviour, SKP score, behaviour score and, where there is one, the word "idea".
/// </summary>
internal sealed class ExampleAgency
{
    private readonly JsonElement _root;

    private ExampleAgency(JsonElement root) => _root = root;

    internal static ExampleAgency Read()
    {
        using var file = typeof(ExampleAgency).Assembly.GetManifestResourceStream("dinas-contoh.json")!;
        return new ExampleAgency(JsonDocument.Parse(file).RootElement);
    }

    internal IEnumerable<JsonElement> People => _root.GetProperty("people").EnumerateArray();

    internal JsonElement Expected(string period) => _root.GetProperty("expected").GetProperty(period);

    /// <summary>Units whose performance the leader above has set for that period.</summary>
    internal Dictionary<UnitId, OrganisationLevel> Levels(string period) => _root.GetProperty("units").EnumerateArray()
        .Where(unit => unit.GetProperty("levels").TryGetProperty(period, out _))
        .ToDictionary(
            unit => UnitId.Parse(Text(unit, "id")).Value,
            unit => Enum.Parse<OrganisationLevel>(Text(unit.GetProperty("levels"), period), ignoreCase: true));

    internal IReadOnlyList<EvaluationInput> Inputs(string period)
    {
        var levels = Levels(period);
        var heads = _root.GetProperty("units").EnumerateArray().Select(unit => Text(unit, "headId")).ToHashSet();
        return [.. People.Select(person =>
        {
            var unit = UnitId.Parse(Text(person, "unitId")).Value;
            var heading = heads.Contains(Text(person, "id"));
            return new EvaluationInput(
                Some.Person(Text(person, "id")),
                unit,
                heading,
                heading && levels.TryGetValue(unit, out var level) ? level : null,
                RatingOf(person, period),
                default,
                0)
            {
                Reward = RewardFacts.Of(EmployeeOf(person, period), AppraisalPeriod.Parse(period).Value.EndDay),
            };
        })];
    }

    internal EmploymentKind KindOf(EmployeeId id) => Enum.Parse<EmploymentKind>(
        Text(People.Single(person => Text(person, "id") == id.ToString()), "kind"), ignoreCase: true);

    /// <summary>The policies that an agency under PermenPANRB 6/2022 has, or one under PP 30/2019.</summary>
    internal static (EvaluationPolicy Evaluation, DistributionPolicy Distribution) PoliciesOf(string rule) =>
        rule == "pp30"
        ? (
            EvaluationPolicy.Default with { Rule = PredicateRule.Pp30 },
            DistributionPolicy.Default with { Pattern = DistributionPattern.Pp30Of2019 })
        : (EvaluationPolicy.Default, DistributionPolicy.Default);

    internal static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    private static Employee EmployeeOf(JsonElement person, string period) => Some.Employee(Text(person, "id")) with
    {
        StartedOn = person.TryGetProperty("startedOn", out var day)
            ? LocalDatePattern.Iso.Parse(day.GetString()!).Value
            : null,
        Discipline = person.TryGetProperty("discipline", out var cases) && cases.TryGetProperty(period, out var status)
            ? Enum.Parse<DisciplineStatus>(status.GetString()!, ignoreCase: true)
            : DisciplineStatus.None,
    };

    private static Rating? RatingOf(JsonElement person, string period)
    {
        if (!person.GetProperty("ratings").TryGetProperty(period, out var line))
        {
            return null;
        }

        var words = line.GetString()!.Split(' ');
        return new Rating(
            AppraisalPeriod.Parse(period).Value,
            Some.Person(Text(person, "id")),
            Some.Person(Text(person, "raterId")),
            Enum.Parse<ExpectationLevel>(words[0], ignoreCase: true),
            Enum.Parse<ExpectationLevel>(words[1], ignoreCase: true),
            Some.Score(decimal.Parse(words[2], CultureInfo.InvariantCulture)),
            Some.Score(decimal.Parse(words[3], CultureInfo.InvariantCulture)),
            null,
            Some.Morning,
            1)
        {
            NewIdea = words.Length > 4 ? new NewIdea("Cara baru yang bermanfaat.", "https://bukti.example/1") : null,
        };
    }
}
