using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

public sealed record TermRequest(int? Days, string? Count);

/// <summary>
/// A policy of kind <c>objection</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record ObjectionPolicyDocument(
    TermRequest? ToObject, TermRequest? ToDecide, TermRequest? ToHear, TermRequest? ToPassOn = null)
{
    private const int MostDays = 90;

    internal ObjectionPolicyDocument FilledFrom(ObjectionPolicyDocument shipped) => new(
        ToObject ?? shipped.ToObject, ToDecide ?? shipped.ToDecide, ToHear ?? shipped.ToHear,
        ToPassOn ?? shipped.ToPassOn);

    public Result<ObjectionPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var toObject = ReadTerm(fields, "toObject", ToObject);
        var toDecide = ReadTerm(fields, "toDecide", ToDecide);
        var toHear = ReadTerm(fields, "toHear", ToHear);
        var toPassOn = ToPassOn is null
            ? ObjectionPolicy.DefaultToPassOn
            : ReadTerm(fields, "toPassOn", ToPassOn);
        return fields.Finish(() => new ObjectionPolicy(version, toObject!, toDecide!)
        {
            ToHear = toHear!,
            ToPassOn = toPassOn!,
        });
    }

    private static Term? ReadTerm(FieldReader fields, string field, TermRequest? body)
    {
        if (fields.Required(field, body) is null)
        {
            return null;
        }

        var days = fields.Whole($"{field}/days", body!.Days, 1, MostDays);
        var count = fields.Enum<DayCount>($"{field}/count", body.Count);
        return days is { } given && count is { } counted ? new Term(given, counted) : null;
    }
}
