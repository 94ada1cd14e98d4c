using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>What follows from a person's months: statements and proposals, which people act on.</summary>
public sealed class StatementFunctions(ReadAttendance attendance)
{
    private const decimal MostAllowance = 1_000_000_000;

    [Function("GetDeductions")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> DeductionsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/attendance/{month}/deductions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Month());
        var allowance = route.OptionalQuery("allowanceRupiah", Rupiah);

        return route.ThenAsync(() => attendance.DeductionsAsync(route.Agency, person, month, cancel))
            .AnswerAsync(s => DeductionResponse.Of(s, allowance), JsonFormat.Default.DeductionResponse);
    }

    [Function("GetAbsences")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> AbsencesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/absences/{year}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, year) = (route.Employee(), route.Year());

        return route.ThenAsync(() => attendance.AbsencesAsync(route.Agency, person, year, cancel))
            .AnswerAsync(AbsenceResponse.Of, JsonFormat.Default.AbsenceResponse);
    }

    /// <summary>The month's allowance.</summary>
    private static Result<decimal> Rupiah(string? text, string pointer) =>
        decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rupiah)
            && rupiah <= MostAllowance
            ? rupiah
            : Refusal.Malformed(pointer, "Whole rupiah are expected.");
}
