// Package scanner serves the hand scanners.
package scanner

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"wms.example/warehouse/picking"
)

// Handler answers a scanner that asks for its next position; ctx is the service's.
func Handler(ctx context.Context, lists *picking.Lists) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, err := lists.Next(ctx, r.URL.Query().Get("zone"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, name)
	})
}

// Scan is the scanners: each waits for its answer, however long that takes.
func Scan(_ net.Listener, url string) {
	for n := 0; ; n++ {
		go ask(fmt.Sprintf("%s?zone=%c%d", url, "abcdefgh"[n%8], n))
		time.Sleep(170 * time.Millisecond)
	}
}

func ask(url string) {
	response, err := http.Get(url)
	if err != nil {
		log.Print(err)
		return
	}
	response.Body.Close()
}
