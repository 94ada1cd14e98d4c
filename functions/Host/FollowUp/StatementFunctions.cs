using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Presence.Attendance;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>What follows from a person's months: statements and proposals, which people act on.</summary>
public sealed class StatementFunctions(ReadAttendance attendance)
{
    private const decimal MostAllowance = 1_000_000_000;

    [Function("GetDeductions")]
    public async Task<IResult> DeductionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/attendance/{month}/deductions")] HttpRequest request,
        string employee,
        string month,
        CancellationToken cancel)
    {
        var asked = AskedMonth.Read(request, employee, month);
        var allowance = Allowance(request.Query["allowanceRupiah"]);
        var refusal = asked.Refusal ?? allowance.Refusal;
        var stated = refusal is null
            ? await attendance.DeductionsAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.Month, cancel)
            : refusal;
        return stated.Answer(s => DeductionResponse.Of(s, allowance.Value.Rupiah), JsonFormat.Default.DeductionResponse);
    }

    [Function("GetAbsences")]
    public async Task<IResult> AbsencesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/absences/{year}")] HttpRequest request,
        string employee,
        string year,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.PresenceRead);
        var counting = asked.Then(_ => AskedYear.Parse(year));
        var counted = counting.TryGet(out var good, out var refusal)
            ? await attendance.AbsencesAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return counted.Answer(AbsenceResponse.Of, JsonFormat.Default.AbsenceResponse);
    }

    private static Result<Allowed> Allowance(string? text)
    {
        if (text is null)
        {
            return new Allowed(null);
        }

        return decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rupiah) && rupiah <= MostAllowance
            ? new Allowed(rupiah)
            : Refusal.Malformed("/allowanceRupiah", "Whole rupiah are expected.");
    }

    /// <summary>The month's allowance, when the caller names one.</summary>
    private readonly record struct Allowed(decimal? Rupiah);
}
