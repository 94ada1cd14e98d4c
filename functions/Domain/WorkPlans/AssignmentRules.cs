using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// Who leads whom in a team and who may speak about it (PermenPANRB 7/2022): the leader whom the assignment names,
/// about a quarter of it.
/// </summary>
public static class AssignmentRules
{
    /// <summary>No assignment is longer than a year's plan could name: five years, both days included.</summary>
    public const int MostDays = 5 * 366;

    public static FieldFault? FaultOf(TeamAssignment asked, AgencyId agency)
    {
        if (asked.LastDay < asked.From || Period.DaysBetween(asked.From, asked.LastDay) > MostDays)
        {
            return new("/lastDay", $"Not before from, and at most {MostDays} days later.");
        }

        return asked.LeaderAgencyId == agency && asked.LeaderId == asked.EmployeeId
            ? new("/leaderId", "Nobody leads himself or herself.")
            : null;
    }

    /// <summary>
    /// Null when that agency may write this input. An agency that the assignment does not name learns nothing of it: it
    /// hears what it would hear of one that does not exist.
    /// </summary>
    public static Refusal? FaultOf(TeamInput input, TeamAssignment? assignment, AgencyId caller, LocalDate today)
    {
        if (assignment is null || assignment.LeaderAgencyId != caller)
        {
            return new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.WrongAgency,
                $"No such assignment names a team leader of {caller}.");
        }

        if (assignment.LeaderId != input.LeaderId)
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotTheTeamLeader,
                "Only the leader whom the assignment names speaks for the team.")
            {
                Faults = [new("/leaderId", "Not the team's leader.")],
            };
        }

        if (assignment.LastDay < input.Quarter.FirstDay || assignment.From >= input.Quarter.EndDay)
        {
            return Refusal.Malformed("/period", "The assignment does not lie in that quarter.");
        }

        return today < input.Quarter.FirstDay
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotStarted, $"{input.Quarter} has not begun.")
            : null;
    }
}
