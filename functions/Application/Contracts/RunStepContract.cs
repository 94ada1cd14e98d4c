using System.Text.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Contracts;

/// <summary>A queue message's body.</summary>
public sealed record RunStepBody(string? AgencyId, string? Period, int Revision, string? Step, int Shard, int Attempt);

/// <summary>Queue messages, both ways. An unreadable one is a bug of ours: it throws and ends in the dead-letter queue.</summary>
public static class RunStepContract
{
    public static byte[] Write(RunStep step) => JsonSerializer.SerializeToUtf8Bytes(
        new RunStepBody(
            step.AgencyId.ToString(),
            step.Period.ToString(),
            step.Revision,
            JsonFormat.Name(step.Kind),
            step.Shard,
            step.Attempt),
        JsonFormat.Default.RunStepBody);

    public static RunStep Read(ReadOnlySpan<byte> json)
    {
        var body = ContractReader.Read(json, JsonFormat.Default.RunStepBody).Value;
        return new RunStep(
            AgencyId.Parse(body.AgencyId).Value,
            AppraisalPeriod.Parse(body.Period).Value,
            body.Revision,
            EnumNames<RunStepKind>.ByName[body.Step ?? ""],
            body.Shard,
            body.Attempt);
    }
}
