// Package window is where entries are handed in.
package window

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"go.drapery.example/loom/start"

	"git.settlement.example/core/baize/ledger"
)

type window struct{ books *ledger.Ledger }

// Over takes entries for a ledger.
func Over(books *ledger.Ledger) http.Handler { return &window{books} }

func (w *window) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	word := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if len(word) != 3 {
		http.NotFound(out, r)
		return
	}
	from, _ := strconv.Atoi(word[0])
	to, _ := strconv.Atoi(word[1])
	cents, err := strconv.ParseInt(word[2], 10, 64)
	if err != nil {
		http.Error(out, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintln(out, w.books.Book(ledger.Entry{From: from, To: to, Cents: cents}))
}

// Queue hands in entries, perSecond of them; large ones come after a while.
func Queue(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 10 * time.Second}
	start.Beat(ctx, perSecond, func(n int) {
		cents := int64(100 + n*37%5000)
		if n > 70 && n%60 == 0 {
			cents = 125_000
		}
		go hand(client, fmt.Sprintf("%s/%d/%d/%d", base, n*7%900, n*13%900, cents))
	})
}

func hand(client *http.Client, url string) {
	answer, err := client.Get(url)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
