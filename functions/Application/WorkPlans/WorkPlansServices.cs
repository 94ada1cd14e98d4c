using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.WorkPlans;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class WorkPlansServices
{
    public static IServiceCollection AddWorkPlans(this IServiceCollection services) => services
        .AddSingleton<IWorkPlans, TableWorkPlans>()
        .AddSingleton<IRealisations, TableRealisations>()
        .AddSingleton<ITeamAssignments, TableTeamAssignments>()
        .AddSingleton<KeepDailyEntries>()
        .AddSingleton<ReadDailyEntries>()
        .AddSingleton<PlanReferences>()
        .AddSingleton<AgreeWorkPlan>()
        .AddSingleton<WriteWorkPlan>()
        .AddSingleton<ReadWorkPlans>()
        .AddSingleton<ReportRealisation>()
        .AddSingleton<ReadSkpAchievement>()
        .AddSingleton<AssignToTeam>()
        .AddSingleton<GiveTeamInput>()
        .AddSingleton<ReadSubordinatePlans>();
}
