using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

public sealed record TermRequest(int? Days, string? Count);

/// <summary>A policy of kind <c>objection</c>; what is left out is as shipped.</summary>
public sealed record ObjectionPolicyDocument(TermRequest? ToObject, TermRequest? ToDecide, TermRequest? ToHear)
{
    private const int MostDays = 90;

    public Result<ObjectionPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var toObject = ReadTerm(fields, "toObject", ToObject, ObjectionPolicy.Default.ToObject);
        var toDecide = ReadTerm(fields, "toDecide", ToDecide, ObjectionPolicy.Default.ToDecide);
        var toHear = ReadTerm(fields, "toHear", ToHear, ObjectionPolicy.Default.ToHear);
        return fields.Finish(() => new ObjectionPolicy(version, toObject!, toDecide!) { ToHear = toHear! });
    }

    private static Term? ReadTerm(FieldReader fields, string field, TermRequest? body, Term shipped)
    {
        if (body is null)
        {
            return shipped;
        }

        var days = fields.Whole($"{field}/days", body.Days, 1, MostDays);
        var count = fields.Enum<DayCount>($"{field}/count", body.Count);
        return days is { } given && count is { } counted ? new Term(given, counted) : null;
    }
}
