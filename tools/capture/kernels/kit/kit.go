// Package kit runs one small mechanism, once or many times, beside the ordinary life of a service.
package kit

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

	"example.org/ops"
)

// Plan says how often the mechanism runs and among what.
type Plan struct {
	Copies int           // how many times
	Every  time.Duration // between two of them; 120 ms when zero
	Front  bool          // whether requests bring it, each in a handler of the service's own port
	Size   int           // of the ordinary life: about six goroutines each
}

// Main opens the operations port at $ADDR, starts everything and returns after SIGTERM.
func Main(name string, plan Plan, run func(n int)) {
	log.SetPrefix(name + ": ")
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if plan.Every == 0 {
		plan.Every = 120 * time.Millisecond
	}
	ops.Serve(os.Getenv("ADDR"))
	var asked int64
	mux := http.NewServeMux()
	mux.HandleFunc("/act", func(w http.ResponseWriter, _ *http.Request) {
		run(int(atomic.AddInt64(&asked, 1)) - 1)
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("/page/", page)
	base := listen(mux)
	visit(ctx, base, plan.Size)
	desk(ctx, plan.Size)
	chores(ctx, plan.Size)
	if plan.Front {
		go ask(ctx, base+"/act", plan)
	} else {
		go repeat(ctx, plan, run)
	}
	<-ctx.Done()
}

func repeat(ctx context.Context, plan Plan, run func(n int)) {
	for n := 0; n < plan.Copies && ctx.Err() == nil; n++ {
		go once(run, n)
		time.Sleep(plan.Every)
	}
}

func once(run func(n int), n int) { run(n) }

// ask sends the requests; who asks gives up after three seconds.
func ask(ctx context.Context, url string, plan Plan) {
	client := &http.Client{Timeout: 3 * time.Second}
	for n := 0; n < plan.Copies && ctx.Err() == nil; n++ {
		go func(n int) {
			answer, err := client.Get(url + "?n=" + strconv.Itoa(n))
			if err == nil {
				answer.Body.Close()
			}
		}(n)
		time.Sleep(plan.Every)
	}
}
