// Command exporthub exports rows as JSON.
package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"example.org/platform/run"
	"example.org/platform/web"

	"data.example/exporthub/encode"
)

func start(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		text, err := encode.Rows(60)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		_, _ = w.Write(text)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 8, 25*time.Millisecond, func(user, n int) string { return url + "/export" })
	return nil
}

func main() { run.Service("exporthub", start) }
