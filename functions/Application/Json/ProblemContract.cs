using Kinerja.Domain;

namespace Kinerja.Application.Json;

/// <summary>One fault; <c>at</c> is its place on the map as GeoJSON has it, longitude first, or left out.</summary>
public sealed record FaultResponse(string Pointer, string Detail, IReadOnlyList<double>? At)
{
    public static FaultResponse Of(FieldFault fault, bool indonesian) => new(
        fault.Pointer,
        fault.Detail.In(indonesian),
        fault.At is { } at ? [at.LongitudeDegrees, at.LatitudeDegrees] : null);
}

/// <summary>RFC 9457 problem details; <c>type</c> is stable, the words are in the caller's language.</summary>
public sealed record ProblemResponse(
    string Type,
    string Title,
    int Status,
    string Detail,
    string? Instance,
    string? TraceId,
    IReadOnlyList<FaultResponse>? Errors)
{
    public const string TypePrefix = "urn:kinerja:problem:";

    public static ProblemResponse Of(
        Refusal refusal, bool indonesian, string? instance = null, string? traceId = null) => new(
        TypePrefix + refusal.Code,
        ProblemTitles.Of(refusal.Code, indonesian),
        StatusOf(refusal),
        refusal.Detail.In(indonesian),
        instance,
        traceId,
        refusal.Faults.Count == 0 ? null : [.. refusal.Faults.Select(fault => FaultResponse.Of(fault, indonesian))]);

    private static int StatusOf(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Malformed => 400,
        RefusalKind.NotAllowed when refusal.Code == RefusalCodes.Unauthenticated => 401,
        RefusalKind.NotAllowed => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.NotAcceptable => 406,
        RefusalKind.Conflict => 409,
        RefusalKind.Stale => 412,
        RefusalKind.TooLarge => 413,
        RefusalKind.Unsupported => 415,
        RefusalKind.Unprocessable => 422,
        RefusalKind.Busy => 503,
    };
}
