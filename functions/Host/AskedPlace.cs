using Kinerja.Domain;

namespace Kinerja.Host;

/// <summary>After whom a page of people begins, as a cursor names it; null at the start.</summary>
internal readonly record struct AskedPlace(EmployeeId? After)
{
    internal static Result<AskedPlace> Parse(string? cursor) =>
        cursor is null or "" ? new AskedPlace(null) : EmployeeId.Parse(cursor, "/cursor").Then<AskedPlace>(id => new AskedPlace(id));
}
