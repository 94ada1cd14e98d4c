using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host;

/// <summary>What follows from a person's months: statements and proposals, which people act on.</summary>
public sealed class StatementFunctions(ReadAttendance attendance)
{
    private const decimal MostAllowance = 1_000_000_000;

    [Function("GetDeductions")]
    public async Task<IResult> DeductionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/employees/{employee}/attendance/{month}/deductions")] HttpRequest request,
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
        return stated.Answer(s => DeductionAnswer.Of(s, allowance.Value.Rupiah), JsonFormat.Default.DeductionAnswer);
    }

    [Function("GetAbsences")]
    public async Task<IResult> AbsencesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/employees/{employee}/absences/{year}")] HttpRequest request,
        string employee,
        string year,
        CancellationToken cancel)
    {
        var asked = request.Caller().May(Scopes.PresenceRead)
            .Then(agency => EmployeeId.Parse(employee)
                .Then(person => Year(year)
                    .Then<(AgencyId Agency, EmployeeId Person, int Year)>(y => (agency, person, y))));
        var counted = asked.TryGet(out var good, out var refusal)
            ? await attendance.AbsencesAsync(good.Agency, good.Person, good.Year, cancel)
            : refusal;
        return counted.Answer(AbsenceAnswer.Of, JsonFormat.Default.AbsenceAnswer);
    }

    private static Result<int> Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999
            ? year
            : Refusal.Malformed("/year", "A year such as 2026 is expected.");

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
