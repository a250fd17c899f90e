// Package door is where people come in.
package door

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"git.playbarn.example/games/spruce/tables"
)

// Door leads to tables.
type Door struct{ tables *tables.Tables }

// New answers what is asked at the door.
func New(t *tables.Tables) http.Handler {
	d := &Door{tables: t}
	router := gin.New()
	router.Use(gin.Recovery())
	group := router.Group("/tables/:table")
	group.POST("/seat/:who", d.join)
	group.GET("", d.look)
	return router
}

func (d *Door) join(c *gin.Context) {
	number, _ := strconv.Atoi(c.Param("table"))
	who, err := strconv.Atoi(c.Param("who"))
	if err == nil {
		err = d.tables.Join(number, who)
	}
	if err != nil {
		c.String(http.StatusForbidden, err.Error())
		return
	}
	c.Status(http.StatusNoContent)
}

func (d *Door) look(c *gin.Context) {
	number, _ := strconv.Atoi(c.Param("table"))
	c.JSON(http.StatusOK, gin.H{"table": number, "sit": d.tables.Look(number)})
}
