using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

public sealed record TermRequest(int? Days, string? Count);

/// <summary>Who may open a final result again, and for how long; without a term it is the default.</summary>
public sealed record ReopeningTermsRequest(
    IReadOnlyList<string?>? DeciderIds, IReadOnlyList<string?>? DeciderPostIds, TermRequest? Term)
{
    private const int MostDeciders = 100;

    internal ReopeningTerms Read(FieldReader fields)
    {
        var people = fields.Ids<EmployeeId>("reopening/deciderIds", DeciderIds, MostDeciders, EmployeeId.Parse);
        var posts = fields.Ids<PostId>("reopening/deciderPostIds", DeciderPostIds, MostDeciders, PostId.Parse);
        var term = Term is null
            ? ReopeningTerms.DefaultTerm
            : ObjectionPolicyDocument.ReadTerm(fields, "reopening/term", Term);
        return new(people.ToHashSet(), posts.ToHashSet(), term ?? ReopeningTerms.DefaultTerm);
    }
}

/// <summary>
/// A policy of kind <c>objection</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record ObjectionPolicyDocument(
    TermRequest? ToObject, TermRequest? ToDecide, TermRequest? ToHear, TermRequest? ToPassOn = null,
    ReopeningTermsRequest? Reopening = null, TermRequest? DeemedDelivery = null)
{
    private const int MostDays = 90;

    internal ObjectionPolicyDocument FilledFrom(ObjectionPolicyDocument shipped) => new(
        ToObject ?? shipped.ToObject, ToDecide ?? shipped.ToDecide, ToHear ?? shipped.ToHear,
        ToPassOn ?? shipped.ToPassOn, Reopening ?? shipped.Reopening, DeemedDelivery ?? shipped.DeemedDelivery);

    public Result<ObjectionPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var toObject = ReadTerm(fields, "toObject", ToObject);
        var toDecide = ReadTerm(fields, "toDecide", ToDecide);
        var toHear = ReadTerm(fields, "toHear", ToHear);
        var toPassOn = ToPassOn is null
            ? ObjectionPolicy.DefaultToPassOn
            : ReadTerm(fields, "toPassOn", ToPassOn);
        var deemed = DeemedDelivery is null
            ? ObjectionPolicy.DefaultDeemedDelivery
            : ReadTerm(fields, "deemedDelivery", DeemedDelivery, least: 0);
        var reopening = Reopening?.Read(fields);
        return fields.Finish(() => new ObjectionPolicy(version, toObject!, toDecide!)
        {
            ToHear = toHear!,
            ToPassOn = toPassOn!,
            DeemedDelivery = deemed!,
            Reopening = reopening ?? ReopeningTerms.Nobody,
        });
    }

    internal static Term? ReadTerm(FieldReader fields, string field, TermRequest? body, int least = 1)
    {
        if (fields.Required(field, body) is null)
        {
            return null;
        }

        var days = fields.Whole($"{field}/days", body!.Days, least, MostDays);
        var count = fields.Enum<DayCount>($"{field}/count", body.Count);
        return days is { } given && count is { } counted ? new Term(given, counted) : null;
    }
}
