// Command profiles keeps a directory of people.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.com/identity/profiles/internal/people"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 11, 1500)
	directory := people.New(3000)
	mux := http.NewServeMux()
	mux.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("id"))
		fmt.Fprintln(w, directory.Find(id))
	})
	mux.HandleFunc("/rename", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("id"))
		directory.Rename(id, fmt.Sprintf("%c-%d", 'a'+id%26, id))
	})
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 18, Pause: 700 * time.Millisecond, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		if r.Intn(20) == 0 {
			return "/rename?id=" + strconv.Itoa(r.Intn(3000))
		}
		return "/find?id=" + strconv.Itoa(r.Intn(3000))
	}})
	<-ctx.Done()
}
