// Package board is the stream of a board.
package board

import (
	"fmt"
	"net/http"
	"time"

	"go.linnet.example/board/linnet/announce"
)

// Board streams what is announced.
type Board struct{ news *announce.Announcer }

// New streams news.
func New(news *announce.Announcer) *Board { return &Board{news: news} }

// ServeHTTP is one reader.
func (b *Board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming unsupported", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	items := b.news.Join()
	alive := time.NewTicker(5 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case item := <-items:
			fmt.Fprintf(w, "id: %d\ndata: %s\n\n", item.Number, item.Text)
		case <-alive.C:
			fmt.Fprint(w, ": alive\n\n")
		}
		flusher.Flush()
	}
}
