using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kinerja.Application.Tests.WorkPlans;

/// <summary>The world of <see cref="World"/> with its work plans, wired as the host wires them.</summary>
internal sealed class PlanWorld(Instant now)
{
    internal World World { get; } = new(now);

    internal FakeTimeProvider Clock => World.Clock;

    internal AgencyDirectory AgencyDirectory => World.AgencyDirectory;

    internal FakeWorkPlans WorkPlans { get; } = new();

    internal FakeRealisations Realisations { get; } = new();

    internal FakeTeamAssignments Assignments { get; } = new();

    internal WriteWorkPlan Write =>
        new(AgencyDirectory, WorkPlans, new PlanReferences(AgencyDirectory, WorkPlans, Assignments), Clock);

    internal AgreeWorkPlan Agree => new(AgencyDirectory, WorkPlans, World.Delegations, Clock);

    internal ReadWorkPlans Read => new(AgencyDirectory, WorkPlans);

    internal ReportRealisation Report => new(AgencyDirectory, WorkPlans, Realisations, Clock);

    internal ReadSkpAchievement Skp => new(AgencyDirectory, WorkPlans, Realisations);

    internal AssignToTeam Assign => new(AgencyDirectory, Assignments, Clock);

    internal GiveTeamInput TeamInputs => new(AgencyDirectory, Assignments, Clock);

    internal ReadSubordinatePlans Below => new(AgencyDirectory, World.Workforce, WorkPlans, Clock);

    internal void AddPolicy(string json)
    {
        var from = new LocalDate(2026, 1, 1);
        World.Policies.Rows[(Some.AgencyId, "work-plan", from, 1)] =
            CompleteDocument.Of(PolicyKinds.WorkPlan, json, from);
        AgencyDirectory.Invalidate(Some.AgencyId);
    }
}
