using Kinerja.Application.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

/// <summary>How a person is called in lists for people; null: no more.</summary>
public sealed record PersonName(EmployeeId EmployeeId, string? Name);

public sealed record NameRequest(string? EmployeeId, string? Name);

public sealed record NamesRequest(IReadOnlyList<NameRequest>? Names)
{
    private const int MostLetters = 200;

    public Result<IReadOnlyList<PersonName>> Read()
    {
        var named = new HashSet<EmployeeId>();
        return Bulk.Read(Names, "names", (body, prefix) => ReadOne(body, prefix, named));
    }

    private static Result<PersonName> ReadOne(NameRequest body, string prefix, HashSet<EmployeeId> named)
    {
        var fields = new FieldReader(prefix);
        var person = fields.Take("employeeId", p => Domain.EmployeeId.Parse(body.EmployeeId, p));
        var name = fields.OptionalText("name", body.Name, MostLetters);
        if (person is { } one && !named.Add(one))
        {
            fields.Add("employeeId", "A person stands once in a list.");
        }

        return fields.Finish(() => new PersonName(person!.Value, name));
    }
}

/// <summary>Whose names a page needs.</summary>
public sealed record NameLookupRequest(IReadOnlyList<string?>? EmployeeIds)
{
    private const int MostPeople = 200;

    public Result<IReadOnlyList<EmployeeId>> Read()
    {
        var fields = new FieldReader();
        var people = fields.Ids<EmployeeId>("employeeIds", EmployeeIds, MostPeople, EmployeeId.Parse);
        if (EmployeeIds is null or [])
        {
            fields.Add("employeeIds", $"1 to {MostPeople} ids are expected.");
        }

        return fields.Finish<IReadOnlyList<EmployeeId>>(() => [.. people.Distinct()]);
    }
}

public sealed record NameListResponse(IReadOnlyList<PersonName> Names)
{
    public static NameListResponse Of(IReadOnlyList<PersonName> names) => new(names);
}
