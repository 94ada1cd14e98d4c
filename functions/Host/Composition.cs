using Kinerja.Application;
using Kinerja.Application.Days;
using Kinerja.Application.Deadlines;
using Kinerja.Application.Messaging;
using Kinerja.Application.Objections;
using Kinerja.Application.Receipts;
using Kinerja.Application.Runs;
using Kinerja.Application.Storage;
using Kinerja.Application.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kinerja.Host;

/// <summary>Which port is which adapter. Everything is a singleton: nothing holds a request's state.</summary>
internal static class Composition
{
    internal static IServiceCollection AddKinerja(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Connections.TablesOf(configuration));
        services.AddSingleton(_ => Connections.QueuesOf(configuration));
        services.AddSingleton(_ => Connections.BusOf(configuration));
        services.AddSingleton(_ => RunSettingsOf(configuration));
        services.AddSingleton(_ => ReceiptKey.FromPem(Connections.Required(configuration, SettingNames.ReceiptsSigningKey)));
        services.AddSingleton(provider => new ReceiptSigner(
            provider.GetRequiredService<ReceiptKey>(),
            ReceiptKey.Retired(Connections.Setting(configuration, SettingNames.ReceiptsRetiredKeys))));
        services.AddSingleton(_ => SpotCheckSalt.From(Connections.Required(configuration, SettingNames.SpotChecksSalt)));
        services.AddHostedService<StartUpCheck>();
        return services.AddAdapters().AddUseCases().AddCallers(configuration);
    }

    private static IServiceCollection AddAdapters(this IServiceCollection services) => services
        .AddSingleton<TableStore>()
        .AddSingleton<BucketPlan>()
        .AddSingleton<WorkQueues>()
        .AddSingleton<PoisonQueues>()
        .AddSingleton<IAgencies, TableAgencies>()
        .AddSingleton<IWorkforce, TableWorkforce>()
        .AddSingleton<IEntitlements, TableEntitlements>()
        .AddSingleton<IFlexibleDays, TableFlexibleDays>()
        .AddSingleton<ISurveys, TableSurveys>()
        .AddSingleton<IGeofences, TableGeofences>()
        .AddSingleton<IPolicies, TablePolicies>()
        .AddSingleton<ICheckIns, TableCheckIns>()
        .AddSingleton<IAttendanceMonths, TableAttendanceMonths>()
        .AddSingleton<IDirtyMonths, TableDirtyMonths>()
        .AddSingleton<IDayCloses, TableDayCloses>()
        .AddSingleton<IDayQueue, StorageDayQueue>()
        .AddSingleton<ILeaves, TableLeaves>()
        .AddSingleton<ICorrections, TableCorrections>()
        .AddSingleton<IOutages, TableOutages>()
        .AddSingleton<IReviews, TableReviews>()
        .AddSingleton<IFeedbackNotes, TableFeedback>()
        .AddSingleton<IDelegations, TableDelegations>()
        .AddSingleton<IDialogues, TableDialogues>()
        .AddSingleton<IWorkPlans, TableWorkPlans>()
        .AddSingleton<IRealisations, TableRealisations>()
        .AddSingleton<ITeamAssignments, TableTeamAssignments>()
        .AddSingleton<IRatings, TableRatings>()
        .AddSingleton<IRaterReasons, TableRaterReasons>()
        .AddSingleton<IRuns, TableRuns>()
        .AddSingleton<IObjections, TableObjections>()
        .AddSingleton<IRunResults, TableRunResults>()
        .AddSingleton<IRankings, TableRankings>()
        .AddSingleton<IGrantLists, TableGrantLists>()
        .AddSingleton<IProposals, TableProposals>()
        .AddSingleton<IOutbox, TableOutbox>()
        .AddSingleton<IRunQueue, StorageRunQueue>()
        .AddSingleton<IEvents, ServiceBusEvents>();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<Register>()
        .AddSingleton(_ => new ExpensiveWorkLane())
        .AddSingleton<RegisterAgency>()
        .AddSingleton<UpsertWorkforce>()
        .AddSingleton<KeepEntitlements>()
        .AddSingleton<FlexibleFacts>()
        .AddSingleton<PlanFlexibleDays>()
        .AddSingleton<JudgeFlexibleDays>()
        .AddSingleton<KeepSurveys>()
        .AddSingleton<ReadReports>()
        .AddSingleton<KeepGeofences>()
        .AddSingleton<ImportGeofences>()
        .AddSingleton<TryPosition>()
        .AddSingleton<TryFence>()
        .AddSingleton<MarkMonths>()
        .AddSingleton<KeepPolicies>()
        .AddSingleton<TryPolicy>()
        .AddSingleton<RecordCheckIn>()
        .AddSingleton<RecordCheckInBatch>()
        .AddSingleton<ReadMonthFacts>()
        .AddSingleton<FoldMonths>()
        .AddSingleton<ReadMonths>()
        .AddSingleton<PlanDayCloses>()
        .AddSingleton<RaiseAbsences>()
        .AddSingleton<CloseBucket>()
        .AddSingleton<ReportMonth>()
        .AddSingleton<FindUnanswered>()
        .AddSingleton<SweepSignals>()
        .AddSingleton<ReadSpotChecks>()
        .AddSingleton<KeepReviews>()
        .AddSingleton<ReadAttendance>()
        .AddSingleton<KeepLeave>()
        .AddSingleton<ImportLeave>()
        .AddSingleton<KeepCorrections>()
        .AddSingleton<KeepOutages>()
        .AddSingleton<KeepFeedback>()
        .AddSingleton<ReadFeedbackSummary>()
        .AddSingleton<KeepDelegations>()
        .AddSingleton<KeepDialogues>()
        .AddSingleton<ReadReminders>()
        .AddSingleton<SuggestRating>()
        .AddSingleton<CorrectRater>()
        .AddSingleton<PlanReferences>()
        .AddSingleton<KeepWorkPlans>()
        .AddSingleton<ReadWorkPlans>()
        .AddSingleton<KeepRealisations>()
        .AddSingleton<ReadSkpAchievement>()
        .AddSingleton<KeepAssignments>()
        .AddSingleton<KeepTeamInputs>()
        .AddSingleton<ReadPlansBelow>()
        .AddSingleton<LeadersAbove>()
        .AddSingleton<RatePerformance>()
        .AddSingleton<FileObjection>()
        .AddSingleton<ApplyObjections>()
        .AddSingleton<KeepObjections>()
        .AddSingleton<RunPolicies>()
        .AddSingleton<ObjectionWindow>()
        .AddSingleton<FinaliseRuns>()
        .AddSingleton<ReviseRun>()
        .AddSingleton<RepeatRun>()
        .AddSingleton<TryRunPolicies>()
        .AddSingleton<DispatchSteps>()
        .AddSingleton<PlanRuns>()
        .AddSingleton<AdvanceRun>()
        .AddSingleton<UnitsOfRuns>()
        .AddSingleton<GatherShard>()
        .AddSingleton<EvaluateShard>()
        .AddSingleton<RankAgency>()
        .AddSingleton<PublishRanking>()
        .AddSingleton<ReadCalibration>()
        .AddSingleton<KeepRaterReasons>()
        .AddSingleton<AnnounceFinal>()
        .AddSingleton<TellNews>()
        .AddSingleton<GrantCases>()
        .AddSingleton<ProposeGrants>()
        .AddSingleton<DecideGrants>()
        .AddSingleton<ReadGrants>()
        .AddSingleton<WatchDeadlines>()
        .AddSingleton<ReadOverdue>()
        .AddSingleton<RaiseProposals>()
        .AddSingleton<KeepProposals>()
        .AddSingleton<ReadFollowUp>()
        .AddSingleton<LineSecrets>()
        .AddSingleton<ProveLines>()
        .AddSingleton<ReadRun>();

    private static RunSettings RunSettingsOf(IConfiguration configuration) => new(
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsShardSize), RunSettings.DefaultShardSize),
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsGraceDays), RunSettings.DefaultGraceDays));
}
