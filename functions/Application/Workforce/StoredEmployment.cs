using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A person's service as it stands in the row's JSON.</summary>
internal sealed record StoredEmployment(
    IReadOnlyList<StoredAssignment> Assignments,
    string? StartedOn = null,
    string? EndedOn = null,
    IReadOnlyList<StoredDaysAway>? Away = null)
{
    internal static byte[] Write(Employment employment) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            [.. employment.Assignments.Entries.Select(StoredAssignment.Of)],
            StoredValues.TextOrNull(employment.StartedOn),
            StoredValues.TextOrNull(employment.EndedOn),
            employment.Away.Count == 0 ? null : [.. employment.Away.Select(StoredDaysAway.Of)]),
        StoredJson.Default.StoredEmployment);

    internal static Employment Read(EmployeeId id, byte[] json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredEmployment)!;
        return new(
            new(stored.Assignments.Select(a => a.Read(id))),
            StoredValues.DayOrNull(stored.StartedOn),
            StoredValues.DayOrNull(stored.EndedOn))
        {
            Away = [.. (stored.Away ?? []).Select(a => a.Read())],
        };
    }
}

/// <summary>Days on which another agency has the person at work, the last excluded.</summary>
internal sealed record StoredDaysAway(string From, string To)
{
    internal static StoredDaysAway Of(DaysAway away) => new(StoredValues.Text(away.From), StoredValues.Text(away.To));

    internal DaysAway Read() => new(StoredValues.Day(From), StoredValues.Day(To));
}

/// <summary>Unit, post, rater, kind and standing from a day on; no day: for longer than anybody asks.</summary>
internal sealed record StoredAssignment(
    string UnitId,
    string Kind,
    string? From = null,
    string? RaterId = null,
    string? PostId = null,
    string Discipline = "none",
    bool Active = true)
{
    internal static StoredAssignment Of(Dated<Employee> entry) => new(
        entry.Value.UnitId.ToString(),
        JsonFormat.Name(entry.Value.Kind),
        StoredHistory.Text(entry.From),
        entry.Value.RaterId?.ToString(),
        entry.Value.PostId?.ToString(),
        JsonFormat.Name(entry.Value.Discipline),
        entry.Value.Active);

    internal Dated<Employee> Read(EmployeeId id) => new(
        StoredHistory.Day(From),
        new(
            id,
            Domain.UnitId.Parse(UnitId).Value,
            StoredValues.Enum<EmploymentKind>(Kind),
            RaterId is null ? null : StoredValues.Person(RaterId),
            Active)
        {
            PostId = PostId is null ? null : Domain.PostId.Parse(PostId).Value,
            Discipline = StoredValues.Enum<DisciplineStatus>(Discipline),
        });
}

/// <summary>A unit from a day on; nothing is said of one that goes on.</summary>
internal sealed record StoredUnit(
    string Name,
    string Zone,
    string? From = null,
    string? ParentId = null,
    string? HeadId = null,
    string HeadAs = "appointed",
    bool DirectService = false,
    bool? Active = null)
{
    internal static StoredUnit Of(Dated<OrganisationUnit> entry) => new(
        entry.Value.Name,
        entry.Value.Zone.Id,
        StoredHistory.Text(entry.From),
        entry.Value.ParentId?.ToString(),
        entry.Value.HeadId?.ToString(),
        JsonFormat.Name(entry.Value.HeadAs),
        entry.Value.DirectService,
        entry.Value.Active ? null : false);

    internal Dated<OrganisationUnit> Read(UnitId id) => new(
        StoredHistory.Day(From),
        new(
            id,
            Name,
            ParentId is null ? null : UnitId.Parse(ParentId).Value,
            DateTimeZoneProviders.Tzdb[Zone],
            HeadId is null ? null : StoredValues.Person(HeadId),
            DirectService)
        {
            HeadAs = StoredValues.Enum<HeadStanding>(HeadAs),
            Active = Active ?? true,
        });
}

/// <summary>A post from a day on.</summary>
internal sealed record StoredPost(
    string Name, string? From = null, string? Category = null, bool FlexibleWork = false, int? Class = null)
{
    internal static StoredPost Of(Dated<Post> entry) => new(
        entry.Value.Name, StoredHistory.Text(entry.From), entry.Value.Category, entry.Value.FlexibleWork,
        entry.Value.Class);

    internal Dated<Post> Read(PostId id) => new(
        StoredHistory.Day(From), new(id, Name, Category, FlexibleWork) { Class = Class });
}

/// <summary>The days of a history's entries.</summary>
internal static class StoredHistory
{
    internal static string? Text(LocalDate from) =>
        from == History<Post>.Beginning ? null : StoredValues.Text(from);

    internal static LocalDate Day(string? from) => StoredValues.DayOrNull(from) ?? History<Post>.Beginning;
}
