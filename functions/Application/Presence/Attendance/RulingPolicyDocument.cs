using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A policy of kind <c>ruling</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record RulingPolicyDocument(int? TermDays, int? ObjectionDays, int? PatternDays)
{
    internal RulingPolicyDocument FilledFrom(RulingPolicyDocument shipped) => new(
        TermDays ?? shipped.TermDays, ObjectionDays ?? shipped.ObjectionDays, PatternDays ?? shipped.PatternDays);

    public Result<RulingPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var term = fields.Whole("termDays", TermDays, 1, 90);
        var objection = fields.Whole("objectionDays", ObjectionDays, 1, 90);
        var pattern = fields.Whole("patternDays", PatternDays, 2, 31);
        return fields.Finish(() => new RulingPolicy(version, term!.Value, objection!.Value, pattern!.Value));
    }
}
