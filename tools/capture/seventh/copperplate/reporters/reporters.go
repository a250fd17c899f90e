// Package reporters is who measures.
package reporters

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"
)

// Report sends a page of known series about twice a second; now and then one of a new container is among them.
func Report(ctx context.Context, client *http.Client, base string, reporter int) {
	for turn := 0; ctx.Err() == nil; turn++ {
		time.Sleep(500*time.Millisecond + time.Duration(reporter)*31*time.Millisecond)
		var page strings.Builder
		for i := 0; i < 450; i++ {
			fmt.Fprintf(&page, "cpu_seconds,host=node-%03d,core=%d %d\n", i, reporter, turn)
		}
		if turn%3 == 0 {
			fmt.Fprintf(&page, "container_seconds,id=%08x,host=node-%03d 1\n", turn*64+reporter, turn%450)
		}
		answer, err := client.Post(base, "text/plain", strings.NewReader(page.String()))
		if err != nil {
			log.Print(err)
			continue
		}
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			log.Print(err)
		}
		answer.Body.Close()
	}
}
