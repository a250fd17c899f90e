// Package ops gives a service its operations port: pprof, expvar and Prometheus metrics.
package ops

import (
	"expvar"
	"log"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"runtime"
	"time"
)

// Serve listens on addr, prints a ready line and answers in the background.
// A port that cannot be opened ends the process. PROFILE_BLOCKING turns block and mutex profiling on.
func Serve(addr string) {
	if os.Getenv("PROFILE_BLOCKING") != "" {
		runtime.SetBlockProfileRate(int(time.Millisecond))
		runtime.SetMutexProfileFraction(5)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	mux.Handle("/debug/vars", expvar.Handler())
	mux.HandleFunc("/metrics", writeMetrics)
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatalf("ops: %v", err)
	}
	log.Printf("ready ops=%s", ln.Addr())
	go func() {
		if err := http.Serve(ln, mux); err != nil {
			log.Printf("ops: %v", err)
		}
	}()
}
