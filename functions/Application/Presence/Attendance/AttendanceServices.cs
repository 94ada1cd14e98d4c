using Kinerja.Application.Workforce;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class AttendanceServices
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddSingleton<IRegisterChanges, MarkRegisterChanges>()
        .AddSingleton<IAttendanceMonths, TableAttendanceMonths>()
        .AddSingleton<IStaleMonths, TableStaleMonths>()
        .AddSingleton<IDayCloses, TableDayCloses>()
        .AddSingleton<IDayQueue, StorageDayQueue>()
        .AddSingleton<ILeaves, TableLeaves>()
        .AddSingleton<ICorrections, TableCorrections>()
        .AddSingleton<IShiftSwaps, TableShiftSwaps>()
        .AddSingleton<IRulings, TableRulings>()
        .AddSingleton<IOutages, TableOutages>()
        .AddSingleton<IPayrolls, TablePayrolls>()
        .AddSingleton<ReadPayroll>()
        .AddSingleton<ClosePayroll>()
        .AddSingleton<InvalidateMonths>()
        .AddSingleton<ReadMonthFacts>()
        .AddSingleton<FoldMonths>()
        .AddSingleton<ReadMonths>()
        .AddSingleton<AgencyMonths>()
        .AddSingleton<AgencyStatements>()
        .AddSingleton<PlanDayCloses>()
        .AddSingleton<CloseBucket>()
        .AddSingleton<ReadAttendance>()
        .AddSingleton<TellTimeGaps>()
        .AddSingleton<RecordLeave>()
        .AddSingleton<ImportLeave>()
        .AddSingleton<DecideCorrection>()
        .AddSingleton<ReadCorrections>()
        .AddSingleton<RequestCorrection>()
        .AddSingleton<FindSwapApprovers>()
        .AddSingleton<ListWaitingSwaps>()
        .AddSingleton<SwapShifts>()
        .AddSingleton<RuleOnDay>()
        .AddSingleton<ReadRulings>()
        .AddSingleton<DeclareOutage>()
        .AddSingleton<ReadOutages>()
        .AddSingleton<WithdrawOutage>()
        .AddSingleton<WriteOutage>();
}
