using System.Text.Json.Serialization.Metadata;
using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host.Workforce;

/// <summary>An agency's register as it stands on a day, 500 a page; a reader who has a page is answered 304.</summary>
public sealed class ReadRegisterFunctions(ReadRegister register)
{
    private const int PageSize = 500;

    [Function("GetAgency")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> AgencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}")] HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => register.AgencyAsync(route.Agency, cancel))
            .AnswerAsync(RegisterAgencyRequest.Of, JsonFormat.Default.RegisterAgencyRequest);
    }

    [Function("GetUnits")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> UnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/units")]
        HttpRequest request,
        CancellationToken cancel) =>
        PageAsync(
            request, request.Route(), null, register.UnitsAsync, UnitListResponse.Of,
            JsonFormat.Default.UnitListResponse, cancel);

    [Function("GetPosts")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> PostsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/posts")]
        HttpRequest request,
        CancellationToken cancel) =>
        PageAsync(
            request, request.Route(), null, register.PostsAsync, PostListResponse.Of,
            JsonFormat.Default.PostListResponse, cancel);

    [Function("GetEmployees")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> PeopleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/employees")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var unit = route.Filter("unit", UnitId.Parse);

        return PageAsync<Employee, EmployeeListResponse>(
            request,
            route,
            unit,
            unit is { } of
                ? (agency, on, after, most, stop) => register.PeopleOfAsync(agency, of, on, after, most, stop)
                : register.PeopleAsync,
            EmployeeListResponse.Of,
            JsonFormat.Default.EmployeeListResponse,
            cancel);
    }

    [Function("GetEmployee")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> PersonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}")] HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => register.PersonAsync(route.Agency, person, cancel))
            .AnswerAsync(EmploymentResponse.Of, JsonFormat.Default.EmploymentResponse);
    }

    private static Task<IResult> PageAsync<T, TAnswer>(
        HttpRequest request,
        RouteReader route,
        UnitId? unit,
        Func<AgencyId, LocalDate?, string?, int, CancellationToken, Task<Result<RegisterPage<T>>>> read,
        Func<LocalDate, IReadOnlyList<T>, TAnswer> answer,
        JsonTypeInfo<TAnswer> type,
        CancellationToken cancel)
        where TAnswer : notnull
    {
        var (on, after) = (route.Filter("on", RouteText.Date), route.AfterKey());

        return route.ThenAsync(() => read(route.Agency, on, after, PageSize, cancel))
            .AnswerTaggedAsync(
                request,
                found =>
                {
                    var more = unit is { } of ? $"unit={of}&" : "";
                    request.LinkNext(found.Page.Next is { } next
                        ? $"{more}on={LocalDatePattern.Iso.Format(found.On)}&cursor={next}"
                        : null);
                    return answer(found.On, found.Page.Items);
                },
                type);
    }
}
