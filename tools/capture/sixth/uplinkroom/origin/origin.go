// Package origin is what tenants have elsewhere, in a process of its own.
package origin

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Handler answers after a while.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(400 * time.Millisecond)
		fmt.Fprintln(w, r.Header.Get("Authorization"), strings.Repeat("row ", 400))
	})
}
