using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Queues;
using Kinerja.Application;
using Kinerja.Application.Days;
using Kinerja.Application.Deadlines;
using Kinerja.Application.Messaging;
using Kinerja.Application.Objections;
using Kinerja.Application.Receipts;
using Kinerja.Application.Runs;
using Kinerja.Application.Storage;
using Kinerja.Application.Telemetry;
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
        services.AddSingleton(_ => TablesOf(configuration));
        services.AddSingleton(_ => QueuesOf(configuration));
        services.AddSingleton(_ => BusOf(configuration));
        services.AddSingleton(_ => RunSettingsOf(configuration));
        services.AddSingleton(_ => ReceiptKey.FromPem(Required(configuration, SettingNames.ReceiptsSigningKey)));
        services.AddSingleton(provider => new ReceiptSigner(
            provider.GetRequiredService<ReceiptKey>(),
            ReceiptKey.Retired(Setting(configuration, SettingNames.ReceiptsRetiredKeys))));
        services.AddSingleton(_ => SpotCheckSalt.From(Required(configuration, SettingNames.SpotChecksSalt)));
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

    private static TableServiceClient TablesOf(IConfiguration configuration)
    {
        var options = CountingRetries(new TableClientOptions(), "tables");
        return Setting(configuration, SettingNames.Tables) is { } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(
                new Uri(Required(configuration, SettingNames.TablesServiceUri)),
                Identity(Required(configuration, SettingNames.TablesClientId)),
                options);
    }

    private static QueueServiceClient QueuesOf(IConfiguration configuration)
    {
        var options = CountingRetries(new QueueClientOptions(), "queues");
        return Setting(configuration, SettingNames.Queues) is { } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(
                new Uri(Required(configuration, SettingNames.QueuesServiceUri)),
                Identity(Required(configuration, SettingNames.QueuesClientId)),
                options);
    }

    private static T CountingRetries<T>(T options, string store)
        where T : ClientOptions
    {
        options.AddPolicy(new StoreRetries(store), HttpPipelinePosition.PerRetry);
        return options;
    }

    private static ServiceBusClient BusOf(IConfiguration configuration) =>
        Setting(configuration, SettingNames.Bus) is { } connection
            ? new ServiceBusClient(connection)
            : new ServiceBusClient(
                Required(configuration, SettingNames.BusNamespace),
                Identity(Required(configuration, SettingNames.BusClientId)));

    internal static ManagedIdentityCredential Identity(string clientId) =>
        new(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static RunSettings RunSettingsOf(IConfiguration configuration) => new(
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsShardSize), RunSettings.DefaultShardSize),
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsGraceDays), RunSettings.DefaultGraceDays));

    internal static string? Setting(IConfiguration configuration, string name) =>
        configuration[SettingNames.InConfiguration(name)] is { Length: > 0 } value ? value : null;

    internal static string Required(IConfiguration configuration, string name) =>
        Setting(configuration, name) ?? throw new InvalidOperationException($"The setting {name} is missing.");
}
