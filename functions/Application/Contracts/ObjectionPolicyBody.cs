using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Contracts;

/// <summary>A policy of kind <c>objection</c>; what is left out is as shipped.</summary>
public sealed record ObjectionPolicyBody(int? Days, string? Count)
{
    public Result<ObjectionPolicy> Read(string version)
    {
        var shipped = ObjectionPolicy.Default;
        var fields = new FieldReader();
        var days = fields.Whole("days", Days ?? shipped.Days, 1, 90);
        var count = fields.OptionalEnum<DayCount>("count", Count);
        return fields.Finish(() => new ObjectionPolicy(version, days!.Value, count ?? shipped.Count));
    }
}
