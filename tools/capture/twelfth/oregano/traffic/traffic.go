// Package traffic is what is asked.
package traffic

import "fmt"

var agents = [...]string{"curl/8.1", "Mozilla/5.0 (X11; Linux x86_64)", "okhttp/4.12", "Go-http-client/2.0"}

// Request has the headers of request n.
func Request(n int) map[string]string {
	return map[string]string{
		":path":        fmt.Sprintf("/v1/items/%d", n%300),
		"user-agent":   agents[n%len(agents)],
		"x-request-id": fmt.Sprintf("%08x-4a2b-11ef-%04x-%012x", n*2654435761&0xffffffff, n&0xffff, n),
		"cookie":       fmt.Sprintf("session=%032x; theme=dark; locale=en-%d", n*40503, n%5),
	}
}
