using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>
/// A dry run of a policy document on a past month; it would hold from the month's first day when no other is given.
/// Either units or people may be named; without them everybody is meant.
/// </summary>
public sealed record PolicyDryRunRequest(
    JsonElement Policy, string? Month, string? From, IReadOnlyList<string?>? Units, IReadOnlyList<string?>? Employees)
{
    public Result<PolicyQuestion> Read()
    {
        var fields = new FieldReader();
        if (Policy.ValueKind == JsonValueKind.Undefined)
        {
            fields.Add("policy", "This member is required.");
        }

        var month = fields.Month("month", Month);
        var from = From is null ? month?.OnDayOfMonth(1) : fields.Day("from", From);
        if (from is { } first && month is { } asked && first > asked.ToDateInterval().End)
        {
            fields.Add("from", "A date not after the month is expected.");
        }

        var units = Ids<UnitId>(fields, "units", Units, (text, pointer) => UnitId.Parse(text, pointer));
        var people = Ids<EmployeeId>(
            fields, "employees", Employees, (text, pointer) => EmployeeId.Parse(text, pointer));
        if (Units is not null && Employees is not null)
        {
            fields.Add("employees", "Either units or people are expected.");
        }

        return fields.Finish(() => new PolicyQuestion(Policy, month!.Value, from!.Value, units, people));
    }

    private static List<T> Ids<T>(
        FieldReader fields, string field, IReadOnlyList<string?>? items, Func<string?, string, Result<T>> parse)
        where T : struct
    {
        if (items is { Count: 0 or > DryRunPolicy.MostNamed })
        {
            fields.Add(field, $"1 to {DryRunPolicy.MostNamed} are expected, or none at all.");
            return [];
        }

        return [.. (items ?? []).Select((text, i) => fields.Take($"{field}/{i}", p => parse(text, p))).OfType<T>()
            .Distinct()];
    }
}

/// <summary>A page of a dry run: people and days are counted within the page.</summary>
public readonly struct PolicyDryRunResponse(PolicyKind kind, PolicyQuestion asked, PolicyDryRunPage page, string? next)
{
    public string Kind => kind.Name;
    public YearMonth Month => asked.Month;
    public LocalDate From => asked.From;
    public int PeopleCount => page.People;
    public int ChangedPeopleCount => page.Changes.Count;
    public int ChangedDaysCount => page.Changes.Sum(c => c.Days.Count);
    public IReadOnlyList<MonthChange> Changes => page.Changes;
    public string? Next => next;

    public static PolicyDryRunResponse Of(PolicyKind kind, PolicyQuestion asked, PolicyDryRunPage page, string? next) =>
        new(kind, asked, page, next);
}
