package ops

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var startedAt = time.Now()

// exposition writes the Prometheus text format with the names of the Go and process collectors.
type exposition struct{ bytes.Buffer }

func (e *exposition) sample(name, kind, help string, value float64) {
	fmt.Fprintf(e, "# HELP %s %s\n# TYPE %s %s\n%s %s\n", name, help, name, kind, name,
		strconv.FormatFloat(value, 'g', -1, 64))
}

func writeMetrics(w http.ResponseWriter, _ *http.Request) {
	var e exposition
	e.runtimeSamples()
	e.memorySamples()
	e.processSamples()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	if _, err := w.Write(e.Bytes()); err != nil {
		return
	}
}

func (e *exposition) runtimeSamples() {
	var gc debug.GCStats
	gc.PauseQuantiles = make([]time.Duration, 5)
	debug.ReadGCStats(&gc)
	e.WriteString("# HELP go_gc_duration_seconds A summary of the wall-time pause (stop-the-world) duration in garbage collection cycles.\n")
	e.WriteString("# TYPE go_gc_duration_seconds summary\n")
	for i, pause := range gc.PauseQuantiles {
		fmt.Fprintf(e, "go_gc_duration_seconds{quantile=\"%g\"} %g\n", float64(i)/4, pause.Seconds())
	}
	fmt.Fprintf(e, "go_gc_duration_seconds_sum %g\ngo_gc_duration_seconds_count %d\n", gc.PauseTotal.Seconds(), gc.NumGC)
	e.sample("go_goroutines", "gauge", "Number of goroutines that currently exist.", float64(runtime.NumGoroutine()))
	e.WriteString("# HELP go_info Information about the Go environment.\n# TYPE go_info gauge\n")
	fmt.Fprintf(e, "go_info{version=%q} 1\n", runtime.Version())
	e.sample("go_threads", "gauge", "Number of OS threads created.", float64(pprof.Lookup("threadcreate").Count()))
}

func (e *exposition) memorySamples() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	gauge := func(name, help string, value uint64) { e.sample("go_memstats_"+name, "gauge", help, float64(value)) }
	counter := func(name, help string, value uint64) { e.sample("go_memstats_"+name, "counter", help, float64(value)) }
	gauge("alloc_bytes", "Number of bytes allocated in heap and currently in use.", m.Alloc)
	counter("alloc_bytes_total", "Total number of bytes allocated in heap until now, even if released already.", m.TotalAlloc)
	gauge("buck_hash_sys_bytes", "Number of bytes used by the profiling bucket hash table.", m.BuckHashSys)
	counter("frees_total", "Total number of heap objects frees.", m.Frees)
	e.sample("go_memstats_gc_cpu_fraction", "gauge", "The fraction of this program's available CPU time used by the GC since the program started.", m.GCCPUFraction)
	gauge("gc_sys_bytes", "Number of bytes used for garbage collection system metadata.", m.GCSys)
	gauge("heap_alloc_bytes", "Number of heap bytes allocated and currently in use.", m.HeapAlloc)
	gauge("heap_idle_bytes", "Number of heap bytes waiting to be used.", m.HeapIdle)
	gauge("heap_inuse_bytes", "Number of heap bytes that are in use.", m.HeapInuse)
	gauge("heap_objects", "Number of currently allocated objects.", m.HeapObjects)
	gauge("heap_released_bytes", "Number of heap bytes released to OS.", m.HeapReleased)
	gauge("heap_sys_bytes", "Number of heap bytes obtained from system.", m.HeapSys)
	e.sample("go_memstats_last_gc_time_seconds", "gauge", "Number of seconds since 1970 of last garbage collection.", float64(m.LastGC)/1e9)
	counter("mallocs_total", "Total number of heap objects allocated, both live and gc-ed.", m.Mallocs)
	gauge("mcache_inuse_bytes", "Number of bytes in use by mcache structures.", m.MCacheInuse)
	gauge("mcache_sys_bytes", "Number of bytes used for mcache structures obtained from system.", m.MCacheSys)
	gauge("mspan_inuse_bytes", "Number of bytes in use by mspan structures.", m.MSpanInuse)
	gauge("mspan_sys_bytes", "Number of bytes used for mspan structures obtained from system.", m.MSpanSys)
	gauge("next_gc_bytes", "Number of heap bytes when next garbage collection will take place.", m.NextGC)
	gauge("other_sys_bytes", "Number of bytes used for other system allocations.", m.OtherSys)
	gauge("stack_inuse_bytes", "Number of bytes obtained from system for stack allocator in non-CGO environments.", m.StackInuse)
	gauge("stack_sys_bytes", "Number of bytes obtained from system for stack allocator.", m.StackSys)
	gauge("sys_bytes", "Number of bytes obtained from system.", m.Sys)
}

func (e *exposition) processSamples() {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) == nil {
		seconds := float64(usage.Utime.Sec+usage.Stime.Sec) + float64(usage.Utime.Usec+usage.Stime.Usec)/1e6
		e.sample("process_cpu_seconds_total", "counter", "Total user and system CPU time spent in seconds.", seconds)
	}
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) == nil {
		e.sample("process_max_fds", "gauge", "Maximum number of open file descriptors.", float64(limit.Cur))
	}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		// The directory being read is itself one descriptor.
		e.sample("process_open_fds", "gauge", "Number of open file descriptors.", float64(len(open)-1))
	}
	if statm, err := os.ReadFile("/proc/self/statm"); err == nil {
		pages := strings.Fields(string(statm))
		e.pages("process_resident_memory_bytes", "Resident memory size in bytes.", pages[1])
		e.pages("process_virtual_memory_bytes", "Virtual memory size in bytes.", pages[0])
	}
	e.sample("process_start_time_seconds", "gauge", "Start time of the process since unix epoch in seconds.", float64(startedAt.UnixMilli())/1e3)
}

func (e *exposition) pages(name, help, pages string) {
	if n, err := strconv.ParseUint(pages, 10, 64); err == nil {
		e.sample(name, "gauge", help, float64(n)*float64(os.Getpagesize()))
	}
}
