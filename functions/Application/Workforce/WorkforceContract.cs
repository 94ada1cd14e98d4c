using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>An agency and, where they are given, its seat and its first day.</summary>
public sealed record RegisterAgencyCommand(Agency Agency, LocalDate? BeganOn);

public sealed record RegisterAgencyRequest(string? Name, string? Zone, string? BeganOn, SeatRequest? Seat = null)
{
    public static RegisterAgencyRequest Of(Agency agency) => new(
        agency.Name, agency.Zone.Id, LocalDatePattern.Iso.Format(agency.BeganOn), SeatRequest.Of(agency.Seat));

    public Result<RegisterAgencyCommand> Read(AgencyId id)
    {
        var fields = new FieldReader();
        var name = fields.Text("name", Name, 200);
        var zone = fields.Zone("zone", Zone);
        var began = fields.OptionalDay("beganOn", BeganOn);
        var seat = Seat?.Read(fields);
        return fields.Finish(() => new RegisterAgencyCommand(new Agency(id, name!, zone!) { Seat = seat }, began));
    }
}

/// <summary>Degrees; both are needed.</summary>
public sealed record SeatRequest(double? Latitude, double? Longitude)
{
    public static SeatRequest? Of(Seat? seat) =>
        seat is { } told ? new(told.LatitudeDegrees, told.LongitudeDegrees) : null;

    internal Seat? Read(FieldReader fields)
    {
        var latitude = fields.Required("seat/latitude", Latitude);
        var longitude = fields.Required("seat/longitude", Longitude);
        return latitude is null || longitude is null
            ? null
            : fields.Take("seat", p => Seat.Parse(latitude.Value, longitude.Value, p));
    }
}

public sealed record UnitRequest(
    string? Id,
    string? Name,
    string? ParentId,
    string? Zone,
    string? HeadId,
    bool? DirectService,
    string? HeadAs,
    string? From,
    bool? Active = null);

public sealed record UnitsRequest(IReadOnlyList<UnitRequest>? Units)
{
    public Result<IReadOnlyList<RegisterEntry<OrganisationUnit>>> Read() => Bulk.Read(Units, "units", ReadOne);

    /// <summary>One of them; the prefix begins the pointers of its faults.</summary>
    internal static Result<RegisterEntry<OrganisationUnit>> ReadOne(UnitRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Take("id", p => UnitId.Parse(body.Id, p));
        var name = fields.Text("name", body.Name, 200);
        var parent = fields.Optional("parentId", body.ParentId, UnitId.Parse);
        var zone = fields.Zone("zone", body.Zone);
        var head = fields.Optional("headId", body.HeadId, EmployeeId.Parse);
        var headAs = fields.OptionalEnum<HeadStanding>("headAs", body.HeadAs);
        var from = fields.OptionalDay("from", body.From);
        return fields.Finish(() =>
        {
            var unit = new OrganisationUnit(id!.Value, name!, parent, zone!, head, body.DirectService ?? false)
            {
                HeadAs = headAs ?? HeadStanding.Appointed,
                Active = body.Active ?? true,
            };

            // Whoever knows of no end opens no unit again that has ended.
            return new RegisterEntry<OrganisationUnit>(unit, from)
            {
                Keeping = body.Active is null ? held => unit with { Active = held.Active } : null,
            };
        });
    }
}

public sealed record PostRequest(
    string? Id, string? Name, string? Category, bool? FlexibleWork, string? From, int? Class = null);

public sealed record PostsRequest(IReadOnlyList<PostRequest>? Posts)
{
    public Result<IReadOnlyList<RegisterEntry<Post>>> Read() => Bulk.Read(Posts, "posts", ReadOne);

    internal static Result<RegisterEntry<Post>> ReadOne(PostRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Take("id", p => PostId.Parse(body.Id, p));
        var name = fields.Text("name", body.Name, 200);
        // A category is written as ids are, so that a deny list can name it exactly.
        var category = fields.Optional("category", body.Category, PostId.Parse)?.ToString();
        var postClass = fields.OptionalWhole("class", body.Class, 1, Post.HighestClass);
        var from = fields.OptionalDay("from", body.From);
        return fields.Finish(() => new RegisterEntry<Post>(
            new(id!.Value, name!, category, body.FlexibleWork ?? false) { Class = postClass }, from));
    }
}

public sealed record EmployeeRequest(
    string? Id,
    string? UnitId,
    string? Kind,
    string? RaterId,
    bool? Active,
    string? Nip,
    string? PostId,
    string? StartedOn,
    string? Discipline,
    string? From,
    string? EndedOn);

public sealed record EmployeesRequest(IReadOnlyList<EmployeeRequest>? Employees)
{
    public Result<IReadOnlyList<EmployeeEntry>> Read() => Bulk.Read(Employees, "employees", ReadOne);

    /// <summary>One of them; the prefix begins the pointers of its faults.</summary>
    internal static Result<EmployeeEntry> ReadOne(EmployeeRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Take("id", p => EmployeeId.Parse(body.Id, p));
        var unit = fields.Take("unitId", p => Domain.UnitId.Parse(body.UnitId, p));
        var kind = fields.Enum<EmploymentKind>("kind", body.Kind);
        var rater = fields.Optional("raterId", body.RaterId, EmployeeId.Parse);
        var post = fields.Optional("postId", body.PostId, Domain.PostId.Parse);
        var started = fields.OptionalDay("startedOn", body.StartedOn);
        var discipline = fields.OptionalEnum<DisciplineStatus>("discipline", body.Discipline);
        var nip = fields.Optional("nip", body.Nip, Domain.Workforce.Nip.Parse);
        var from = fields.OptionalDay("from", body.From);
        var ended = fields.OptionalDay("endedOn", body.EndedOn);
        if (ended < started)
        {
            fields.Add("endedOn", "Not before startedOn.");
        }

        if (rater is not null && rater == id)
        {
            fields.Add("raterId", "Nobody rates themselves.");
        }

        return fields.Finish(() => new EmployeeEntry(
            new Employee(id!.Value, unit!.Value, kind!.Value, rater, body.Active ?? true)
            {
                PostId = post,
                StartedOn = started,
                Discipline = discipline ?? DisciplineStatus.None,
            },
            nip)
        { From = from, EndedOn = ended });
    }
}

/// <summary>How many rows a bulk upsert wrote.</summary>
public sealed record UpsertResponse(int Written);

/// <summary>Lists of up to 1,000 items.</summary>
internal static class Bulk
{
    internal const int MostItems = 1000;

    /// <summary>A list whose items are answered one by one: only its length is judged as a whole.</summary>
    internal static Result<IReadOnlyList<T>> Each<T>(IReadOnlyList<T>? items, string field, Sentence nouns) =>
        items switch
        {
            null or { Count: 0 } => Refusal.Malformed($"/{field}", $"A list of {nouns} is expected."),
            { Count: > MostItems } =>
                new Refusal(RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {MostItems} items are taken."),
            _ => items.ToList(),
        };

    /// <summary>One fault anywhere and nothing of the list is written.</summary>
    internal static Result<IReadOnlyList<T>> Read<TBody, T>(
        IReadOnlyList<TBody>? items,
        string field,
        Func<TBody, string, Result<T>> read)
        where T : notnull
    {
        if (items is not { Count: > 0 and <= MostItems })
        {
            return Refusal.Malformed($"/{field}", $"A list of 1 to {MostItems} items is expected.");
        }

        var values = new List<T>(items.Count);
        var faults = new List<FieldFault>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i] is { } body
                ? read(body, $"/{field}/{i}")
                : Refusal.Malformed($"/{field}/{i}", "Not null.");
            if (item.TryGet(out var value, out var refusal))
            {
                values.Add(value);
            }
            else
            {
                faults.AddRange(refusal.Faults);
            }
        }

        return faults.Count == 0
            ? values
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };
    }
}
