using System.Text.Json.Serialization.Metadata;
using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Application.Queues;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Reviews;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Kinerja.Host.Http;

/// <summary>The values of a route's braces, by their names, as the platform matched them.</summary>
internal sealed record RouteTexts(IReadOnlyDictionary<string, object?> ByName)
{
    internal string? Find(string name) => ByName.GetValueOrDefault(name) as string;
}

/// <summary>
/// Reads what a path, a query and the conditions say. It stops at the first refusal: values read after it mean nothing,
/// and <c>ThenAsync</c> and <c>BodyAsync</c> run nothing and give that refusal.
/// </summary>
internal sealed class RouteReader
{
    private readonly HttpRequest _request;
    private readonly RouteTexts _texts;
    private Refusal? _refusal;

    /// <summary>The agency of the path is the caller's own, unless <paramref name="mayNameAnother"/>.</summary>
    internal RouteReader(HttpRequest request, bool mayNameAnother)
    {
        _request = request;
        _texts = request.HttpContext.Features.Get<RouteTexts>()
            ?? throw new InvalidOperationException("CallerMiddleware did not run.");
        Agency = request.Caller().Agency;
        if (!mayNameAnother && _texts.Find("agency") is { } named)
        {
            Take(() => AgencyId.Parse(named).Then(id => Actor.Own(id, id)));
        }
    }

    /// <summary>The caller's own agency; a path that names one names this one.</summary>
    internal AgencyId Agency { get; }

    /// <summary>Who calls: an app, which acts for whom the request says, or a person.</summary>
    internal Actor Actor => _request.Caller().Actor;

    /// <summary>What that person does; refused when the token names another one.</summary>
    internal Task<Result<T>> As<T>(EmployeeId person, Func<Actor, Task<Result<T>>> act)
        where T : notnull => Actor.As(person).ThenAsync(act);

    internal EmployeeId Employee() => Path("employee", EmployeeId.Parse, "/employeeId");

    internal UnitId Unit() => Path("unit", UnitId.Parse, "/unitId");

    internal SurveyId Survey() => Path("survey", SurveyId.Parse, "/surveyId");

    internal GeofenceId Fence() => Path("id", GeofenceId.Parse);

    /// <summary>An id that the client gave.</summary>
    internal ClientId Id(string name = "id") => Path(name, ClientId.Parse);

    internal AppraisalPeriod Period() => Path("period", AppraisalPeriod.Parse);

    internal Quarter Quarter() => Path("period", Domain.Quarter.Parse);

    internal YearMonth Month() => Path("month", RouteText.Month);

    internal LocalDate Date() => Path("date", RouteText.Date);

    /// <summary>The first day of a document: from 2000 to 2999.</summary>
    internal LocalDate From() => Path("from", RouteText.FirstDay);

    internal int Year() => Path("year", RouteText.Year);

    internal EmployeeId Rater() => Path("rater", EmployeeId.Parse);

    internal ReviewId Review() => Path("id", ReviewId.Parse);

    internal ProposalId Proposal() => Path("id", ProposalId.Parse);

    /// <summary>Whose documents a path is about: the agency's that it names, else the nation's.</summary>
    internal DocumentOwner Owner => _texts.Find("agency") is null ? DocumentOwner.Nation : Agency;

    /// <summary>A kind of documents that their owner gives.</summary>
    internal PolicyKind Kind() =>
        Path("kind", (name, _) => Owner.IsNation ? PolicyKinds.FindNational(name) : PolicyKinds.Find(name));

    internal string Queue() => Path("queue", (name, _) => PoisonQueues.Known(name ?? ""));

    /// <summary>A run's revision from the query; null for the one that holds.</summary>
    internal int? Revision() => OptionalQuery("revision", RouteText.Version);

    internal EmployeeId QueryEmployee(string name) => Query(name, EmployeeId.Parse);

    /// <summary>A page's number from the query's cursor: 1 for the first.</summary>
    internal int Page() => Take(() => PageCursor.Read(_request.Query["cursor"]));

    /// <summary>After what a page begins, from the query's cursor; null at the start.</summary>
    internal T? After<T>(Func<string?, string, Result<T>> parse)
        where T : struct => Filter("cursor", parse);

    /// <summary>After which key a page begins, from the query's cursor; null at the start.</summary>
    internal string? AfterKey() =>
        string.IsNullOrEmpty(_request.Query["cursor"]) ? null : Query("cursor", KeyCursor.Read);

    /// <summary>What If-Match and If-None-Match demand; null when they are not there.</summary>
    internal VersionCondition? Condition() => Take(_request.Condition).Condition;

    /// <summary>A part of the path; its fault points to <paramref name="pointer"/>, or to the part's name.</summary>
    internal T Path<T>(string name, Func<string?, string, Result<T>> parse, string? pointer = null)
        where T : notnull => Take(() => parse(_texts.Find(name), pointer ?? "/" + name));

    /// <summary>A member of the query that must be there.</summary>
    internal T Query<T>(string name, Func<string?, string, Result<T>> parse)
        where T : notnull => Take(() => parse(_request.Query[name], "/" + name));

    /// <summary>A member of the query that may be missing; an empty one is no value.</summary>
    internal T? OptionalQuery<T>(string name, Func<string?, string, Result<T>> parse)
        where T : struct => _request.Query.ContainsKey(name) ? Query(name, parse) : null;

    /// <summary>A member of the query that narrows a list; missing or empty it does not.</summary>
    internal T? Filter<T>(string name, Func<string?, string, Result<T>> parse)
        where T : struct => string.IsNullOrEmpty(_request.Query[name]) ? null : Query(name, parse);

    /// <summary>The use case's result, or the first refusal.</summary>
    internal Task<Result<T>> ThenAsync<T>(Func<Task<Result<T>>> use)
        where T : notnull => _refusal is null ? use() : Task.FromResult<Result<T>>(_refusal);

    /// <summary>The body as the contract reads it, or the first refusal: the route's comes before the body's.</summary>
    internal Task<Result<T>> BodyAsync<TBody, T>(
        JsonTypeInfo<TBody> type,
        Func<TBody, Result<T>> read,
        CancellationToken cancel,
        int mostBytes = HttpExchange.SmallBodyBytes)
        where TBody : notnull
        where T : notnull =>
        _refusal is null
            ? _request.ReadAsync(type, read, mostBytes, cancel)
            : Task.FromResult<Result<T>>(_refusal);

    /// <summary>A body that is a file, or the first refusal.</summary>
    internal Task<Result<ReadOnlyMemory<byte>>> FileAsync(int mostBytes, CancellationToken cancel) =>
        ThenAsync(() => _request.ReadFileAsync(mostBytes, cancel));

    /// <summary>Another scope beside the function's, where what the path names decides which.</summary>
    internal void Needs(string scope) => Take<bool>(() => _request.Caller().Scopes.Contains(scope)
        ? true
        : new Refusal(RefusalKind.NotAllowed, RefusalCodes.MissingScope, $"The token lacks the scope {scope}."));

    /// <summary>What was read is not taken here.</summary>
    internal T Refuse<T>(Refusal refusal)
        where T : notnull => Take<T>(() => refusal);

    /// <summary>A body that the use case reads itself.</summary>
    internal Task<Result<TBody>> BodyAsync<TBody>(JsonTypeInfo<TBody> type, int mostBytes, CancellationToken cancel)
        where TBody : notnull => BodyAsync<TBody, TBody>(type, body => body, cancel, mostBytes);

    private T Take<T>(Func<Result<T>> read)
        where T : notnull
    {
        if (_refusal is null && read().TryGet(out var value, out _refusal))
        {
            return value;
        }

        return default!;
    }
}
