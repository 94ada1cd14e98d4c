using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake;

namespace Kinerja.Application.Intake;

/// <summary>How the agency's apps write, by mappings; an empty list takes nothing.</summary>
public sealed record IntakePolicyDocument(IReadOnlyList<IntakeMappingRequest?>? Mappings)
{
    private const int MostMappings = 20;

    public Result<IntakePolicy> Read(string version)
    {
        var fields = new FieldReader();
        fields.Required("mappings", Mappings);
        var mappings = fields.Each("mappings", Mappings, MostMappings, (mapping, at) => mapping.Read(at));
        foreach (var (i, id) in (Mappings ?? []).Select(mapping => mapping?.Id).Index())
        {
            if (id is not null && Mappings!.Take(i).Any(before => before?.Id == id))
            {
                fields.Add($"mappings/{i}/id", "Another mapping has this id.");
            }
        }

        return fields.Finish(() => new IntakePolicy(version, mappings));
    }

    /// <summary>The document, once its mappings do with their samples what these say.</summary>
    internal Result<IntakePolicyDocument> Tried()
    {
        if (!Read("").TryGet(out var policy, out var refusal))
        {
            return refusal;
        }

        var fields = new FieldReader();
        foreach (var (i, (mapping, request)) in policy.Mappings.Zip(Mappings!).Index())
        {
            IntakeDryRun.Try(mapping, request!.Samples!, $"mappings/{i}/samples", fields);
        }

        return fields.Finish(() => this);
    }
}

/// <summary>One app's way of writing, with bodies of it and what they come to.</summary>
public sealed record IntakeMappingRequest(
    string? Id,
    string? Makes,
    string? Records,
    IReadOnlyList<IntakeFieldRequest?>? Fields,
    IReadOnlyList<IntakeSampleRequest?>? Samples)
{
    private const int MostFields = 30;
    private const int MostSamples = 10;

    internal Result<IntakeMapping> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Take("id", p => MappingId.Parse(Id, p));
        var goal = fields.Enum<IntakeGoal>("makes", Makes);
        var records = fields.Part(AppPointer.Parse(Records ?? "", $"{prefix}/records"));
        fields.Required("fields", Fields);
        var read = goal is { } made
            ? fields.Each("fields", Fields, MostFields, (field, at) => field.Read(made, at))
            : [];
        if (Fields is not null && goal is { } known)
        {
            CheckMembers(fields, known, [.. Fields.Select(field => field?.Gives)]);
        }

        if (Samples is not { Count: > 0 and <= MostSamples })
        {
            fields.Add("samples", $"1 to {MostSamples} bodies as the app sends them are expected.");
        }
        else
        {
            fields.Each("samples", Samples, MostSamples, (sample, at) => sample.Read(at));
        }

        return fields.Finish(() => new IntakeMapping(id!.Value, goal!.Value, records!, read));
    }

    /// <summary>Each member once, the required ones, one way to name the person, and a position whole or not.</summary>
    private static void CheckMembers(FieldReader fields, IntakeGoal goal, IReadOnlyList<string?> given)
    {
        foreach (var (i, name) in given.Index().Where(one => one.Item is not null))
        {
            if (given.Take(i).Contains(name))
            {
                fields.Add($"fields/{i}/gives", "Another field gives this member.");
            }
        }

        var missing = IntakeMember.Of(goal).Where(member => member.IsRequired).Select(member => member.Name)
            .Except(given).ToList();
        string[] position = [IntakeMember.Latitude, IntakeMember.Longitude, IntakeMember.Accuracy];
        if (given.Intersect(position).Any())
        {
            missing.AddRange(position.Except(given)!);
        }

        if (goal == IntakeGoal.CheckIns && !given.Intersect([IntakeMember.EmployeeId, IntakeMember.Nip]).Any())
        {
            missing.Add($"{IntakeMember.EmployeeId} or {IntakeMember.Nip}");
        }

        if (missing.Count > 0)
        {
            fields.Add("fields", $"Fields that give {string.Join(", ", missing)} are expected.");
        }
    }
}

/// <summary>
/// A body as the app sends it, with either what it gives, record by record, or the places of it that are refused.
/// </summary>
public sealed record IntakeSampleRequest(
    System.Text.Json.JsonElement? Body,
    IReadOnlyList<System.Text.Json.JsonElement>? Gives,
    IReadOnlyList<string?>? Refused)
{
    internal Result<IntakeSampleRequest> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        fields.Required("body", Body);
        if (Gives is { Count: > 0 } == Refused is { Count: > 0 })
        {
            fields.Add("gives", "Either what the sample gives or where it is refused is expected.");
        }

        return fields.Finish(() => this);
    }
}
